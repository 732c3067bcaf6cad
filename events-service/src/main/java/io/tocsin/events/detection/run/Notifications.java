package io.tocsin.events.detection.run;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.events.detection.EvidenceReport;
import io.tocsin.events.detection.Naming;
import io.tocsin.events.detection.Wording;
import io.tocsin.events.detection.ledger.Move;
import io.tocsin.events.detection.ledger.Told;
import io.tocsin.events.result.Minutes;
import io.tocsin.model.Scope;
import io.tocsin.model.message.EventNotification;
import io.tocsin.model.message.EventNotification.Kind;
import io.tocsin.model.message.EventNotification.Point;
import io.tocsin.model.message.EventNotification.Reason;
import io.tocsin.model.message.EventNotification.Rejected;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;

/** The messages about detected events to notifier-service, which knows who wants to be told. */
@Singleton
@RegisterForReflection(targets = { EventNotification.class, EventNotification.Counts.class, EventNotification.Affected.class,
        Reason.class, Rejected.class, Point.class, Kind.class })
class Notifications {

    static final String DESTINATION = "notifier-service";
    private static final int MOST_POINTS = 180;
    private static final int MOST_REJECTED = 2;

    private final Outbox outbox;

    Notifications(Outbox outbox) {
        this.outbox = outbox;
    }

    /** One for each account group which it touches, and each of the tidings. */
    List<OutgoingMessage> of(String organization, Move move, int version, Facts facts) {
        var messages = new ArrayList<OutgoingMessage>();
        for (var kind : move.tidings()) {
            for (var accountGroup : move.after().accountGroups()) {
                var told = notification(new Scope(organization, accountGroup), kind, move.after(), version, facts);
                messages.add(outbox.message(DESTINATION, EventNotification.TYPE, told.subject(), told));
            }
        }
        return messages;
    }

    private static EventNotification notification(Scope scope, Kind kind, Told event, int version, Facts facts) {
        var type = event.component().type();
        var own = facts.in(scope.accountGroup());
        var ended = event.isActive() || kind == Kind.DETECTED ? null : Minutes.begin(event.span().until());
        return new EventNotification(UUID.randomUUID(), scope, kind, event.id(), version, type.word(), type.title(),
                facts.component(), event.severity().word(), Wording.summary(type, facts.component()),
                Wording.cause(type, facts.component(), event.evidence()), Minutes.begin(event.span().since()), ended,
                facts.counts(scope.accountGroup()), own.testNames(), own.agentNames(), reason(event.evidence()),
                points(event.evidence()), event.mergedInto());
    }

    private static Reason reason(EvidenceReport evidence) {
        var rejected = evidence.rejected().stream().limit(MOST_REJECTED).map(Notifications::rejected).toList();
        return new Reason(Wording.phases(evidence), power(evidence.logOdds()), power(evidence.threshold()), rejected);
    }

    private static Rejected rejected(EvidenceReport.Rejected other) {
        var name = other.component().filter(Naming::isEverybodys).map(Wording::name).orElse(null);
        return new Rejected(other.type(), name, power(other.worseBy()));
    }

    private static int power(double naturalLogarithm) {
        return (int) Math.floor(naturalLogarithm / Math.log(10));
    }

    private static List<Point> points(EvidenceReport evidence) {
        var series = evidence.series();
        return series.subList(Math.max(0, series.size() - MOST_POINTS), series.size())
                .stream()
                .map(point -> new Point(Minutes.begin(point.minute()), point.rounds(), point.failures(), point.usual()))
                .toList();
    }
}

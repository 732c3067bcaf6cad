package io.tocsin.events.detection.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.events.detection.EvidenceReport;
import io.tocsin.events.detection.Wording;
import io.tocsin.events.detection.ledger.Move;
import io.tocsin.events.detection.ledger.Told;
import io.tocsin.model.Scope;
import io.tocsin.model.message.EventNotification;
import io.tocsin.model.message.EventNotification.Figure;
import io.tocsin.model.message.EventNotification.Kind;
import io.tocsin.model.message.EventNotification.Point;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;

/** The messages about detected events to notifier-service, which knows who wants to be told. */
@Singleton
@RegisterForReflection(targets = { EventNotification.class, EventNotification.Counts.class, EventNotification.Affected.class,
        Figure.class, Point.class, Kind.class })
class Notifications {

    static final String DESTINATION = "notifier-service";
    private static final int SECONDS = 60;
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
        var ended = event.isActive() || kind == Kind.DETECTED ? null : at(event.span().until());
        return new EventNotification(UUID.randomUUID(), scope, kind, event.id(), version, type.word(), type.title(),
                facts.component(), event.severity().word(), Wording.summary(type, facts.component()),
                Wording.cause(type, facts.component(), event.evidence()), at(event.span().since()), ended,
                facts.counts(scope.accountGroup()), own.testNames(), own.agentNames(), figures(event.evidence()),
                points(event.evidence()), event.mergedInto());
    }

    private static List<Figure> figures(EvidenceReport evidence) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("What went wrong", String.join(", ", Wording.causes(evidence))));
        figures.add(new Figure("Odds that it is no chance", odds(evidence.logOdds()) + " (needed: " + odds(evidence.threshold())
                + ")"));
        evidence.rejected()
                .stream()
                .limit(MOST_REJECTED)
                .forEach(other -> figures.add(new Figure("Rather than", named(other) + ": " + odds(other.worseBy()))));
        return figures;
    }

    /** Networks are everybody's; agents, targets, domains and proxies may be another account group's. */
    private static String named(EvidenceReport.Rejected other) {
        return other.type().contains("network") ? other.type() + " " + other.name() : other.type();
    }

    private static String odds(double logarithm) {
        var power = (int) Math.floor(logarithm / Math.log(10));
        return power < 1 ? "about even" : "10^" + power + " to 1";
    }

    private static List<Point> points(EvidenceReport evidence) {
        var series = evidence.series();
        return series.subList(Math.max(0, series.size() - MOST_POINTS), series.size())
                .stream()
                .map(point -> new Point(at(point.minute()), point.rounds(), point.failures(), point.usual()))
                .toList();
    }

    private static Instant at(int minute) {
        return Instant.ofEpochSecond((long) minute * SECONDS);
    }
}

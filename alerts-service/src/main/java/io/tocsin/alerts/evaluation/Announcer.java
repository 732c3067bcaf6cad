package io.tocsin.alerts.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.tocsin.model.TimeOrderedId;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Companion;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.model.message.AlertNotification.Source;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutgoingMessage;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Leaves word for notifier-service, in the transaction in which the alert moved. */
@ApplicationScoped
@RegisterForReflection(targets = { AlertNotification.class, AlertNotification.Rule.class, AlertNotification.Test.class,
        Companion.class, AlertNotification.Integration.class,
        Source.class, Scope.class })
public class Announcer {

    private static final String NOTIFIER = "notifier-service";

    private final ToldAlertStore alerts;
    private final Outbox outbox;
    private final Clock clock;

    Announcer(ToldAlertStore alerts, Outbox outbox, Clock clock) {
        this.alerts = alerts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** In their order, which is that of one alert's trigger and clear. */
    public Uni<Void> announce(SqlConnection transaction, List<Announcement> announcements) {
        var wanted = announcements.stream().filter(Announcement::isWanted).toList();
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return alerts.read(transaction, wanted.stream().map(Announcement::alert).distinct().toList())
                .map(told -> AnnouncedTogether.of(wanted).stream().map(together -> message(together, told)).toList())
                .chain(messages -> outbox.append(transaction, messages));
    }

    /** To be called after the commit: nobody waits for the relay's next poll. */
    public void committed() {
        outbox.wake(NOTIFIER);
    }

    private OutgoingMessage message(AnnouncedTogether together, Map<UUID, ToldAlert> told) {
        var first = together.first();
        var notification = notification(first, told(first, told), together.others()
                .stream()
                .map(other -> told(other, told).asCompanion(other.alert()))
                .toList());
        var subject = Long.toString(first.rule().id());
        return first.cause() == null
                ? outbox.message(NOTIFIER, AlertNotification.TYPE, subject, notification)
                : outbox.messageCausedBy(first.cause(), NOTIFIER, AlertNotification.TYPE, subject, notification);
    }

    private static ToldAlert told(Announcement announcement, Map<UUID, ToldAlert> told) {
        return told.getOrDefault(announcement.alert(), ToldAlert.UNKNOWN);
    }

    private AlertNotification notification(Announcement announcement, ToldAlert told, List<Companion> together) {
        var rule = announcement.rule();
        var settings = rule.settings();
        return new AlertNotification(
                TimeOrderedId.at(clock.instant()),
                rule.scope(),
                rule.accountGroupName(),
                announcement.kind(),
                announcement.alert(),
                new AlertNotification.Rule(Long.toString(rule.id()), settings.ruleName(), settings.expression(),
                        settings.severityOrDefault(), settings.note(), settings.alertType()),
                announcement.start(),
                announcement.end(),
                announcement.kind() == Kind.CLEARED ? told.sources() : told.sources().stream().map(Announcer::begun).toList(),
                settings.recipients(),
                told.test(),
                together,
                settings.integrations());
    }

    /** A trigger does not know how its sources will end. */
    private static Source begun(Source source) {
        return new Source(source.name(), source.startedAt(), source.metricsAtStart(), null, null, source.id());
    }
}

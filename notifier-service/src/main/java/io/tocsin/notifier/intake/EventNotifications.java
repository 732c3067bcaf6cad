package io.tocsin.notifier.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.message.EventNotification;
import io.tocsin.model.message.EventNotification.Kind;
import io.tocsin.notifier.mail.EventNotices;
import io.tocsin.notifier.preference.EventDetectionAddresses;
import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.MessageHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Takes in what detection found, for those who opted in: one mail when an event is detected and one when it is over, whichever way it
 * ends. What it became in between stands at its link.
 */
@ApplicationScoped
@RegisterForReflection(targets = { EventNotification.class, EventNotification.Counts.class, EventNotification.Affected.class,
        EventNotification.Reason.class, EventNotification.Rejected.class, EventNotification.Point.class })
class EventNotifications implements MessageHandler {

    private final AlertNotifications alerts;
    private final EventDetectionAddresses addresses;
    private final EventNotices notices;
    private final ObjectMapper json;

    EventNotifications(AlertNotifications alerts, EventDetectionAddresses addresses, EventNotices notices, ObjectMapper json) {
        this.alerts = alerts;
        this.addresses = addresses;
        this.notices = notices;
        this.json = json;
    }

    @Override
    public String type() {
        return EventNotification.TYPE;
    }

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUniAndConcatenate(message -> handle(transaction, message))
                .collect()
                .last();
    }

    private Uni<Void> handle(SqlConnection transaction, IncomingMessage message) {
        var event = message.payload(json, EventNotification.class, "this is no notification of a detected event");
        return event.kind() == Kind.CHANGED
                ? Uni.createFrom().voidItem()
                : recipients(transaction, event)
                        .chain(recipients -> tell(transaction, event, recipients, message.traceParent()));
    }

    /** Of its end only those hear who heard of its beginning. */
    private Uni<List<String>> recipients(SqlConnection transaction, EventNotification event) {
        return event.kind() == Kind.DETECTED
                ? addresses.of(transaction, event.scope())
                : addresses.of(transaction, event.scope(), event.eventId());
    }

    private Uni<Void> tell(SqlConnection transaction, EventNotification event, List<String> recipients, String traceParent) {
        if (recipients.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var alert = notices.alert(event, recipients);
        return alerts.take(transaction, List.of(new Arrival(alert, notices.payload(alert, event), traceParent, List.of())));
    }
}

package io.tocsin.notifier.intake;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.tocsin.model.Scope;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.notifier.delivery.DeliveryMetrics;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.MessageHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The inbox's way into this service: one delivery per recipient, in the transaction which takes the message in. */
@ApplicationScoped
@RegisterForReflection(targets = { AlertNotification.class, AlertNotification.Rule.class, AlertNotification.Source.class,
        AlertNotification.Test.class, AlertNotification.Companion.class, AlertNotification.Integration.class, Scope.class })
class AlertNotifications implements MessageHandler {

    private final NotificationStore store;
    private final Dispatcher dispatcher;
    private final DeliveryMetrics metrics;
    private final ObjectMapper json;
    private final Clock clock;

    AlertNotifications(NotificationStore store, Dispatcher dispatcher, DeliveryMetrics metrics, ObjectMapper json,
            Clock clock) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String type() {
        return AlertNotification.TYPE;
    }

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<IncomingMessage> messages) {
        return Uni.createFrom()
                .item(() -> messages.stream().map(this::read).toList())
                .chain(arrivals -> take(transaction, arrivals));
    }

    /** The same for a notification which no message brought. */
    Uni<Void> tell(SqlConnection transaction, AlertNotification notification) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> new Arrival(notification, json.writeValueAsString(notification), null, List
                        .of())))
                .chain(arrival -> take(transaction, List.of(arrival)));
    }

    private Arrival read(IncomingMessage message) {
        var notification = message.payload(json, AlertNotification.class, "this is no alert notification");
        return new Arrival(notification, message.data(), message.traceParent(), List.of());
    }

    Uni<Void> take(SqlConnection transaction, List<Arrival> arrivals) {
        return store.insert(transaction, arrivals, clock.instant())
                .invoke(channels -> countAfterCommit(transaction, channels.size()))
                .chain(channels -> dispatcher.claimIn(transaction, Set.copyOf(channels)));
    }

    private void countAfterCommit(SqlConnection transaction, int deliveries) {
        transaction.transaction()
                .completion()
                .subscribe()
                .with(committed -> metrics.accepted(deliveries), failure -> Log.debugf("intake: rolled back: %s", failure));
    }
}

package io.tocsin.notifier.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Editor;
import io.tocsin.model.TimeOrderedId;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.UserEvent;
import io.tocsin.notifier.trail.Trail;
import io.vertx.mutiny.sqlclient.Pool;

/** Tells somebody of an alert that there is not, on exactly the way of real ones, to see whether the mail arrives. */
@ApplicationScoped
public class TestNotifications {

    /** What stands where a rule's id would; deliveries of tests are found by it. */
    public static final String RULE_ID = "test";

    private final AlertNotifications intake;
    private final Trail trail;
    private final Pool pool;
    private final Clock clock;

    TestNotifications(AlertNotifications intake, Trail trail, Pool pool, Clock clock) {
        this.intake = intake;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Returns the delivery, which is on its way. */
    public Uni<UUID> send(Editor editor, String recipient) {
        var now = clock.instant();
        var notification = notification(editor, recipient, now);
        return pool.withTransaction(transaction -> intake.tell(transaction, notification)
                .chain(() -> trail.append(transaction, editor, "Test notification sent.",
                        List.of(new UserEvent.Resource("notificationRecipient", recipient)))))
                .invoke(trail::wake)
                .replaceWith(DeliveryId.of(notification.id(), recipient));
    }

    private static AlertNotification notification(Editor editor, String recipient, Instant now) {
        var rule = new AlertNotification.Rule(RULE_ID, "Test of the notifications", "none", "info",
                "This is a test, sent by " + editor.user().name()
                        + " to see whether mails arrive. Nothing is wrong, and there is no"
                        + " such alert.");
        return new AlertNotification(TimeOrderedId.at(now), editor.scope(), editor.accountGroup().name(),
                AlertNotification.Kind.TRIGGERED, UUID.randomUUID(), rule, now, null, List.of(), List.of(recipient), null,
                List.of());
    }
}

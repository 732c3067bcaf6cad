package io.tocsin.notifier.intake;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Editor;
import io.tocsin.model.TimeOrderedId;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Integration;
import io.tocsin.model.message.UserEvent;
import io.tocsin.notifier.payload.Samples;
import io.tocsin.notifier.trail.Trail;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Tells of an alert which does not exist, by the way which alerts go. */
@ApplicationScoped
public class SampleAlerts {

    private final AlertNotifications notifications;
    private final Trail trail;
    private final Pool pool;
    private final Clock clock;

    SampleAlerts(AlertNotifications notifications, Trail trail, Pool pool, Clock clock) {
        this.notifications = notifications;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Tells one integration; returns the alert's id. */
    public Uni<UUID> tell(Editor editor, Integration integration) {
        var now = clock.instant();
        var sample = Samples.triggered(TimeOrderedId.at(now), TimeOrderedId.at(now), editor.scope(), List.of(integration));
        return pool.withTransaction(transaction -> tell(transaction, editor, sample))
                .invoke(trail::wake)
                .replaceWith(sample.alertId());
    }

    private Uni<Void> tell(SqlConnection transaction, Editor editor, AlertNotification sample) {
        var resource = new UserEvent.Resource("integration", sample.integrations().get(0).id());
        return notifications.tell(transaction, sample)
                .chain(() -> trail.append(transaction, editor, "Webhook tested.", List.of(resource)));
    }
}

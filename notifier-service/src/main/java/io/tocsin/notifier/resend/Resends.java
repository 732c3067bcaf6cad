package io.tocsin.notifier.resend;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Editor;
import io.tocsin.model.message.UserEvent;
import io.tocsin.notifier.search.DeliveryFilter;
import io.tocsin.notifier.search.DeliveryRecord;
import io.tocsin.notifier.search.DeliverySearch;
import io.tocsin.notifier.search.Place;
import io.tocsin.notifier.trail.Trail;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Makes deliveries which had ended due again, and tells the audit log in the same transaction. Its five days begin anew. What its recipient
 * has already had goes as another mail of the same thread, anything else as the mail that it always was.
 */
@ApplicationScoped
public class Resends {

    private static final String RESOURCE_TYPE = "notificationDelivery";

    private final ResendStore store;
    private final DeliverySearch search;
    private final Trail trail;
    private final AfterResend after;
    private final Pool pool;

    Resends(ResendStore store, DeliverySearch search, Trail trail, AfterResend after, Pool pool) {
        this.store = store;
        this.search = search;
        this.trail = trail;
        this.after = after;
        this.pool = pool;
    }

    public Uni<Answer> one(Editor editor, UUID delivery) {
        return pool.withTransaction(transaction -> one(transaction, editor, delivery))
                .invoke(answer -> after.committed(answer == Answer.RESENT ? 1 : 0));
    }

    /** The newest of those which the filter finds, as many as may be at once; returns them. */
    public Uni<List<UUID>> all(Editor editor, DeliveryFilter filter, int most) {
        return search.list(filter, Place.TOP, most)
                .map(found -> found.stream().map(DeliveryRecord::id).toList())
                .chain(found -> pool.withTransaction(transaction -> all(transaction, editor, filter, found)))
                .invoke(resent -> after.committed(resent.size()));
    }

    private Uni<Answer> one(SqlConnection transaction, Editor editor, UUID delivery) {
        return store.lock(transaction, editor.scope(), delivery)
                .call(locked -> locked.mayBeResent()
                        ? resend(transaction, editor, "Delivery resent.", locked.state(), List.of(delivery))
                        : Uni.createFrom().voidItem())
                .map(Locked::answer);
    }

    private Uni<List<UUID>> all(SqlConnection transaction, Editor editor, DeliveryFilter filter, List<UUID> found) {
        return store.lock(transaction, editor.scope(), found, filter.states())
                .call(locked -> locked.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : resend(transaction, editor, "Dead letters resent.", String.join(", ", filter.states()), locked));
    }

    private Uni<Void> resend(SqlConnection transaction, Editor editor, String event, String before, List<UUID> deliveries) {
        var change = new UserEvent.Change(Map.of("state", before), Map.of("state", "resent"));
        return store.resend(transaction, deliveries)
                .map(resent -> resent.stream().map(Resends::resource).toList())
                .chain(resources -> trail.append(transaction, editor, event, resources, change));
    }

    private static UserEvent.Resource resource(UUID delivery) {
        return new UserEvent.Resource(RESOURCE_TYPE, delivery.toString());
    }
}

package io.tocsin.notifier.bounce;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.notifier.suppression.SuppressedAddress;
import io.tocsin.notifier.suppression.SuppressionList;
import io.tocsin.notifier.trail.Trail;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes the reports of mail servers: a failure ends its delivery, and a mailbox which does not exist gets no more mail. */
@ApplicationScoped
public class Bounces {

    private final ReportReader reader;
    private final BounceStore store;
    private final SuppressionList suppressions;
    private final Trail trail;
    private final Pool pool;

    Bounces(ReportReader reader, BounceStore store, SuppressionList suppressions, Trail trail, Pool pool) {
        this.reader = reader;
        this.store = store;
        this.suppressions = suppressions;
        this.trail = trail;
        this.pool = pool;
    }

    /**
     * Fails with {@link Unreadable}. Empty when the delivery is no longer kept.
     *
     * @param mail as it came
     * @param recipient the address to which it came back, null when only its headers say
     * @param reporter who passes it on
     * @param address from where
     */
    public Uni<Optional<Bounced>> take(byte[] mail, String recipient, User reporter, String address) {
        return Uni.createFrom()
                .item(() -> reader.read(mail, recipient))
                .chain(report -> pool.withTransaction(transaction -> note(transaction, report, reporter, address)))
                .invoke(trail::wake);
    }

    private Uni<Optional<Bounced>> note(SqlConnection transaction, Report report, User reporter, String address) {
        return store.note(transaction, report)
                .chain(noted -> noted.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : settle(transaction, report, noted.get(), editor(noted.get().scope(), reporter, address)));
    }

    private Uni<Optional<Bounced>> settle(SqlConnection transaction, Report report, Noted noted, Editor editor) {
        var bounced = new Bounced(report.deliveryId(), report.action().word(), report.status(), noted.state(), noted.isNew(),
                false);
        if (!noted.isNew()) {
            return Uni.createFrom().item(Optional.of(bounced));
        }
        Log.infof("bounce: delivery=%s action=%s status=%s", report.deliveryId(), bounced.action(), bounced.status());
        var told = noted.moved() ? tell(transaction, editor, report) : Uni.createFrom().voidItem();
        return report.saysNoSuchMailbox()
                ? told.chain(() -> suppress(transaction, editor, report, noted))
                        .replaceWith(Optional.of(bounced
                                .andSuppressed()))
                : told.replaceWith(Optional.of(bounced));
    }

    private Uni<Void> tell(SqlConnection transaction, Editor editor, Report report) {
        return trail.append(transaction, editor, "Delivery refused by a bounce.",
                List.of(new UserEvent.Resource("notificationDelivery", report.deliveryId().toString())),
                new UserEvent.Change(Map.of("state", "delivered"),
                        Map.of("state", "refused", "status", report.status(), "text", report.text())));
    }

    private Uni<Void> suppress(SqlConnection transaction, Editor editor, Report report, Noted noted) {
        return suppressions
                .add(transaction, editor, SuppressedAddress.bounced(noted.recipient(), report.said(), report.deliveryId()))
                .replaceWithVoid();
    }

    /** A mail server knows nothing of organizations: it acts in that of the delivery. */
    private static Editor editor(Scope scope, User reporter, String address) {
        return new Editor(scope.organization(), new AccountGroup(scope.accountGroup(), scope.accountGroup()), reporter,
                address);
    }
}

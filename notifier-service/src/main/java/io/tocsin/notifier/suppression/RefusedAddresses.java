package io.tocsin.notifier.suppression;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.Editor;
import io.tocsin.model.User;
import io.tocsin.notifier.trail.Trail;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Learns from a mail server which knows its mailboxes and refuses an unknown one in the conversation: what would be a bounce elsewhere. */
@ApplicationScoped
public class RefusedAddresses {

    private static final String WHOSE = """
            select organization, account_group, recipient
              from delivery
             where id = $1
            """;

    private final SuppressionList list;
    private final SuppressionConfig config;
    private final Trail trail;
    private final Pool pool;

    RefusedAddresses(SuppressionList list, SuppressionConfig config, Trail trail, Pool pool) {
        this.list = list;
        this.config = config;
        this.trail = trail;
        this.pool = pool;
    }

    /**
     * Puts the recipient of a refused delivery on the list if there is no such mailbox.
     *
     * @param status may be null
     * @param said the mail server's words
     * @param server which said it
     */
    public Uni<Void> learn(UUID delivery, String status, String said, String server) {
        if (!config.onRefusal() || !NoSuchMailbox.isMeantBy(status)) {
            return Uni.createFrom().voidItem();
        }
        return pool.withTransaction(transaction -> add(transaction, delivery, said, server))
                .invoke(trail::wake);
    }

    private Uni<Void> add(SqlConnection transaction, UUID delivery, String said, String server) {
        return transaction.preparedQuery(WHOSE)
                .execute(Tuple.of(delivery))
                .map(rows -> rows.iterator().next())
                .chain(row -> list.add(transaction, editor(row, server),
                        SuppressedAddress.bounced(row.getString("recipient"), said, delivery)))
                .replaceWithVoid();
    }

    /** A mail server which told something in a conversation that we began. */
    private static Editor editor(Row delivery, String server) {
        var group = delivery.getString("account_group");
        return new Editor(delivery.getString("organization"), new AccountGroup(group, group),
                new User("mail-server", "Mail server", server), null);
    }
}

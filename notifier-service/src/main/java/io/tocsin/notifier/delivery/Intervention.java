package io.tocsin.notifier.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Moves of deliveries which people cause, in a transaction of the caller, who has looked up whose deliveries they are. After its commit
 * the caller wakes the {@link Dispatcher}.
 */
@ApplicationScoped
public class Intervention {

    /**
     * It goes alone and under its own Message-ID, whatever mail it went in before. What its recipient has had, goes as an answer to that:
     * mail programs would fold a mail with the same Message-ID.
     */
    private static final String RESEND = """
            update delivery
               set state = 'resent',
                   due_at = $2,
                   finished_at = null,
                   resent_at = $2,
                   attempts_before = attempts,
                   message_id = '<' || id || case state when 'delivered' then '.' || attempts else '' end
                                    || coalesce(substring(message_id from '@.*$'), '>'),
                   in_reply_to = case state when 'delivered' then coalesce(in_reply_to, message_id) else in_reply_to end,
                   suppressed_for = null,
                   led_by = null,
                   held_until = null
             where id = any($1)
               and finished_at is not null
            returning id
            """;

    /** One which is under way is left alone: nobody can call it back. */
    private static final String SUPPRESS = """
            update delivery
               set state = 'suppressed',
                   finished_at = $2,
                   owner = null
             where id = any($1)
               and finished_at is null
               and state <> 'sending'
            returning id
            """;

    /** Those of them which had ended are due again; returns them. */
    public Uni<List<UUID>> resend(SqlConnection transaction, Collection<UUID> deliveries, Instant now) {
        return move(transaction, RESEND, deliveries, now);
    }

    /** Those of them which wait are not sent any more; returns them. */
    public Uni<List<UUID>> suppress(SqlConnection transaction, Collection<UUID> deliveries, Instant now) {
        return move(transaction, SUPPRESS, deliveries, now);
    }

    private static Uni<List<UUID>> move(SqlConnection transaction, String sql, Collection<UUID> deliveries, Instant now) {
        return transaction.preparedQuery(sql)
                .execute(Tuple.of(deliveries.toArray(UUID[]::new), now.atOffset(ZoneOffset.UTC)))
                .map(Intervention::ids);
    }

    private static List<UUID> ids(RowSet<Row> moved) {
        return StreamSupport.stream(moved.spliterator(), false).map(row -> row.getUUID("id")).toList();
    }
}

package io.tocsin.notifier.resend;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.tocsin.notifier.delivery.Intervention;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
class ResendStore {

    /** How long after the first a second click is taken for the same one. */
    private static final Duration DOUBLE_CLICK = Duration.ofSeconds(30);

    private static final String LOCK = """
            select state,
                   finished_at is not null as finished,
                   coalesce(resent_at > $4, false) as resent_before
              from delivery
             where organization = $1
               and account_group = $2
               and id = $3
               for update
            """;

    private static final String LOCK_THOSE_STILL = """
            select id
              from delivery
             where organization = $1
               and account_group = $2
               and id = any($3)
               and state = any($4)
             order by id
               for update
            """;

    private final Intervention intervention;
    private final Clock clock;

    ResendStore(Intervention intervention, Clock clock) {
        this.intervention = intervention;
        this.clock = clock;
    }

    /** Locks the delivery. */
    Uni<Locked> lock(SqlConnection transaction, Scope scope, UUID delivery) {
        var lately = clock.instant().minus(DOUBLE_CLICK).atOffset(ZoneOffset.UTC);
        return transaction.preparedQuery(LOCK)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), delivery, lately))
                .map(rows -> rows.stream()
                        .map(row -> new Locked(row.getString("state"),
                                answer(row.getBoolean("finished"), row.getBoolean("resent_before"))))
                        .findFirst()
                        .orElse(new Locked(null, Answer.UNKNOWN)));
    }

    /** Locks and returns those of them which are still in one of these states. */
    Uni<List<UUID>> lock(SqlConnection transaction, Scope scope, Collection<UUID> deliveries, Collection<String> states) {
        return transaction.preparedQuery(LOCK_THOSE_STILL)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), deliveries.toArray(UUID[]::new),
                        states.toArray(String[]::new)))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    Uni<List<UUID>> resend(SqlConnection transaction, Collection<UUID> deliveries) {
        return intervention.resend(transaction, deliveries, clock.instant());
    }

    private static Answer answer(boolean finished, boolean resentBefore) {
        if (resentBefore) {
            return Answer.RESENT_BEFORE;
        }
        return finished ? Answer.RESENT : Answer.UNDER_WAY;
    }
}

package io.tocsin.notifier.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.SteadyPlans;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes what attempts led to, many at once. */
@ApplicationScoped
class SettlementStore {

    /**
     * Replies are recorded in any case; a delivery moves only if the attempt is still its last. What a delivery leads has gone in the same
     * mail, and moves with it.
     */
    private static final String SETTLE = """
            with answer as (
                select *
                  from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::text[],
                              $8::text[], $9::int[], $10::text[], $11::text[])
                    as t(id, number, state, due_at, finished_at, answered_at, outcome, stage, code, enhanced, reply)),
            concerned as (
                select id as delivery_id, answer.*
                  from answer
                 union all
                select member.id, answer.*
                  from answer
                  join delivery member on member.led_by = answer.id
                 where member.state = 'sending'
                   and member.finished_at is null),
            answered as (
                update delivery_attempt
                   set finished_at = answered_at,
                       outcome = concerned.outcome,
                       stage = concerned.stage,
                       reply_code = concerned.code,
                       enhanced_code = concerned.enhanced,
                       reply_text = concerned.reply
                  from concerned
                 where delivery_attempt.delivery_id = concerned.delivery_id
                   and delivery_attempt.number = concerned.number)
            update delivery
               set state = concerned.state,
                   due_at = coalesce(concerned.due_at, delivery.due_at),
                   finished_at = concerned.finished_at,
                   owner = null
              from concerned
             where delivery.id = concerned.delivery_id
               and delivery.attempts = concerned.number
               and delivery.state = 'sending'
            returning delivery.id,
                      exists (select 1
                                from delivery next
                               where next.follows = delivery.id
                                 and next.finished_at is null) as awaited
            """;

    private final Pool pool;

    SettlementStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Settled> settle(List<Settlement> settlements) {
        var values = Tuple.tuple()
                .addArrayOfUUID(all(settlements, each -> each.delivery().id(), UUID[]::new))
                .addArrayOfInteger(all(settlements, each -> each.delivery().number(), Integer[]::new))
                .addArrayOfString(all(settlements, each -> each.state().word(), String[]::new))
                .addArrayOfOffsetDateTime(all(settlements, each -> utc(each.state().dueAt().orElse(null)),
                        OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(all(settlements, each -> utc(each.state().finishedAt().orElse(null)),
                        OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(all(settlements, each -> utc(each.at()), OffsetDateTime[]::new))
                .addArrayOfString(all(settlements, Settlement::word, String[]::new))
                .addArrayOfString(all(settlements, Settlement::stage, String[]::new))
                .addArrayOfInteger(all(settlements, Settlement::replyCode, Integer[]::new))
                .addArrayOfString(all(settlements, each -> each.outcome().reply().enhancedCode(), String[]::new))
                .addArrayOfString(all(settlements, each -> each.outcome().reply().text(), String[]::new));
        return SteadyPlans.run(pool, SETTLE, values).map(SettlementStore::settled);
    }

    private static <T> T[] all(List<Settlement> settlements, Function<Settlement, T> value, Function<Integer, T[]> array) {
        return settlements.stream().map(value).toArray(array::apply);
    }

    private static Settled settled(RowSet<Row> rows) {
        var moved = new HashSet<UUID>();
        var awaited = false;
        for (var row : rows) {
            moved.add(row.getUUID("id"));
            awaited |= row.getBoolean("awaited");
        }
        return new Settled(moved, awaited);
    }

    /** Null for null. */
    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}

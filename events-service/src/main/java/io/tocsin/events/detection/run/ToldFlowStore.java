package io.tocsin.events.detection.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.detection.flow.FlowKey;
import io.tocsin.events.detection.ledger.Told;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What each detected event touches. */
@Singleton
class ToldFlowStore {

    private static final String SINCE = """
            select event_id, account_group, test_id, source_id, part
              from detected_flow
              join detected_event on (detected_event.organization, id) = (detected_flow.organization, event_id)
             where detected_flow.organization = $1
               and (ended_at is null or ended_at >= $2)
            """;

    /** A target is called as in the events' components: without scheme, path and port, in small letters. */
    private static final String SAVE = """
            with given as (
                select * from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as given(account_group, test_id, source_id, part)),
            gone as (
                delete from detected_flow
                 where organization = $1
                   and event_id = $2
                   and not exists (select
                                     from given
                                    where (given.account_group, given.test_id, given.source_id, given.part)
                                          = (detected_flow.account_group, detected_flow.test_id, detected_flow.source_id,
                                             detected_flow.part)))
            insert into detected_flow (organization, event_id, account_group, test_id, source_id, part, target)
            select $1, $2, given.account_group, test_id, source_id, part,
                   case when part <> '' then part
                        else coalesce(lower(regexp_replace(regexp_replace(regexp_replace(server,
                                  '^[a-zA-Z][a-zA-Z0-9+.-]*://', ''), '[/?#].*$', ''),
                                  '^\\[([^]]*)\\].*$|^([^:]*):[0-9]+$', '\\1\\2')), server_id, test_id) end
              from given
              left join test on (test.organization, test.account_group, test.id) = ($1, given.account_group, given.test_id)
                on conflict do nothing
            """;

    private final Pool pool;

    ToldFlowStore(Pool pool) {
        this.pool = pool;
    }

    /** Of all events which last, or ended at this time or later. */
    Uni<Map<UUID, Set<FlowKey>>> since(String organization, Instant ended) {
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(organization, ended.atOffset(ZoneOffset.UTC)))
                .map(ToldFlowStore::byEvent);
    }

    private static Map<UUID, Set<FlowKey>> byEvent(RowSet<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.getUUID("event_id"),
                        Collectors.mapping(row -> new FlowKey(row.getString("account_group"), row.getString("test_id"),
                                row.getString("source_id"), row.getString("part")), Collectors.toCollection(HashSet::new))));
    }

    /** Those which it touches no more are forgotten. */
    Uni<Void> save(SqlConnection transaction, String organization, Told event) {
        return transaction.preparedQuery(SAVE)
                .execute(Tuple.tuple()
                        .addValue(organization)
                        .addValue(event.id())
                        .addValue(texts(event, FlowKey::accountGroup))
                        .addValue(texts(event, FlowKey::test))
                        .addValue(texts(event, FlowKey::source))
                        .addValue(texts(event, FlowKey::part)))
                .replaceWithVoid();
    }

    private static String[] texts(Told event, Function<FlowKey, String> part) {
        return event.flows().stream().map(part).toArray(String[]::new);
    }
}

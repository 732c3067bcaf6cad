package io.tocsin.events.detection.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.flow.FlowKey;
import io.tocsin.detection.life.Severity;
import io.tocsin.events.detection.EvidenceReport;
import io.tocsin.events.detection.FoundEvent.State;
import io.tocsin.events.detection.ledger.Told;
import io.tocsin.events.detection.ledger.Told.Span;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads and writes what people are told of detected events. */
@Singleton
class ToldStore {

    private static final int SECONDS = 60;

    private static final String EVENTS = """
            select id, finding, state, type, component, severity, started_at, failed_at, detected_at, over_minute, merged_into,
                   told_at, evidence::text as evidence
              from detected_event
             where organization = $1
               and (ended_at is null or ended_at >= $2)
            """;

    private static final String FLOWS = """
            select event_id, account_group, test_id, source_id, part
              from detected_flow
              join detected_event on (detected_event.organization, id) = (detected_flow.organization, event_id)
             where detected_flow.organization = $1
               and (ended_at is null or ended_at >= $2)
            """;

    private static final String SAVE = """
            insert into detected_event as known (organization, id, finding, state, type, component, severity, started_at, failed_at,
                                                 ended_at, detected_at, over_minute, account_groups, merged_into, evidence, told_at,
                                                 updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::text::jsonb, $16, $17)
                on conflict (organization, id) do update
               set finding = excluded.finding,
                   state = excluded.state,
                   type = excluded.type,
                   component = excluded.component,
                   severity = excluded.severity,
                   started_at = excluded.started_at,
                   failed_at = excluded.failed_at,
                   ended_at = excluded.ended_at,
                   detected_at = excluded.detected_at,
                   over_minute = excluded.over_minute,
                   account_groups = excluded.account_groups,
                   merged_into = excluded.merged_into,
                   evidence = excluded.evidence,
                   told_at = excluded.told_at,
                   updated_at = excluded.updated_at,
                   version = known.version + 1
            returning version
            """;

    /** A target is called as in the events' components: without scheme, path and port, in small letters. */
    private static final String SAVE_FLOWS = """
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
    private final ObjectMapper json;

    ToldStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** All which last, or ended at this time or later. */
    Uni<List<Told>> since(String organization, Instant ended) {
        var parameters = Tuple.of(organization, utc(ended));
        return pool.preparedQuery(FLOWS)
                .execute(parameters)
                .map(ToldStore::flows)
                .chain(flows -> pool.preparedQuery(EVENTS)
                        .execute(parameters)
                        .map(rows -> rows.stream().map(row -> told(row, flows)).toList()));
    }

    private static Map<UUID, Set<FlowKey>> flows(RowSet<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.getUUID("event_id"),
                        Collectors.mapping(row -> new FlowKey(row.getString("account_group"), row.getString("test_id"),
                                row.getString("source_id"), row.getString("part")), Collectors.toCollection(HashSet::new))));
    }

    private Told told(Row row, Map<UUID, Set<FlowKey>> flows) {
        var id = row.getUUID("id");
        var toldAt = row.getOffsetDateTime("told_at");
        return new Told(id, row.getUUID("finding"), State.valueOf(row.getString("state")),
                new Component(EventType.valueOf(row.getString("type")), row.getString("component")),
                Severity.valueOf(row.getString("severity")),
                new Span(minute(row, "started_at"), minute(row, "failed_at"), minute(row, "detected_at"), row.getInteger(
                        "over_minute")), flows.getOrDefault(id, Set.of()), read(row.getString("evidence")),
                toldAt == null ? null : toldAt.toInstant(), row.getUUID("merged_into"));
    }

    /** Under a number which rises with every change. */
    Uni<Integer> save(SqlConnection transaction, String organization, Told event, Instant now) {
        return transaction.preparedQuery(SAVE)
                .execute(columns(organization, event, now))
                .map(rows -> rows.iterator().next().getInteger("version"));
    }

    private Tuple columns(String organization, Told event, Instant now) {
        var span = event.span();
        return Tuple.tuple()
                .addValue(organization)
                .addValue(event.id())
                .addValue(event.finding())
                .addValue(event.state().name())
                .addValue(event.component().type().name())
                .addValue(event.component().name())
                .addValue(event.severity().name())
                .addValue(utc(span.since()))
                .addValue(utc(span.until()))
                .addValue(event.isActive() ? null : utc(span.until()))
                .addValue(utc(span.detected()))
                .addValue(span.overAt())
                .addValue(event.accountGroups().toArray(String[]::new))
                .addValue(event.mergedInto())
                .addValue(write(event.evidence()))
                .addValue(event.toldAt() == null ? null : utc(event.toldAt()))
                .addValue(utc(now));
    }

    Uni<Void> saveFlows(SqlConnection transaction, String organization, Told event) {
        return transaction.preparedQuery(SAVE_FLOWS)
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

    private static int minute(Row row, String column) {
        return (int) (row.getOffsetDateTime(column).toEpochSecond() / SECONDS);
    }

    private static OffsetDateTime utc(int minute) {
        return utc(Instant.ofEpochSecond((long) minute * SECONDS));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private EvidenceReport read(String text) {
        try {
            return json.readValue(text, EvidenceReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored evidence must be readable", e);
        }
    }

    private String write(EvidenceReport evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence must be JSON", e);
        }
    }
}

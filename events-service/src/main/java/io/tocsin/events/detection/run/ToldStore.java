package io.tocsin.events.detection.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.StoredJson;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.flow.FlowKey;
import io.tocsin.detection.life.Severity;
import io.tocsin.events.detection.EvidenceReport;
import io.tocsin.events.detection.FoundEvent.State;
import io.tocsin.events.detection.ledger.Told;
import io.tocsin.events.detection.ledger.Told.Span;
import io.tocsin.events.result.Minutes;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads and writes what people are told of detected events. */
@Singleton
class ToldStore {

    private static final String EVENTS = """
            select id, finding, state, type, component, severity, started_at, failed_at, detected_at, over_minute, merged_into,
                   told_at, evidence::text as evidence
              from detected_event
             where organization = $1
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

    private final Pool pool;
    private final ToldFlowStore flows;
    private final StoredJson json;

    ToldStore(Pool pool, ToldFlowStore flows, StoredJson json) {
        this.pool = pool;
        this.flows = flows;
        this.json = json;
    }

    /** All which last, or ended at this time or later. */
    Uni<List<Told>> since(String organization, Instant ended) {
        return flows.since(organization, ended)
                .chain(touched -> pool.preparedQuery(EVENTS)
                        .execute(Tuple.of(organization, utc(ended)))
                        .map(rows -> rows.stream().map(row -> told(row, touched)).toList()));
    }

    private Told told(Row row, Map<UUID, Set<FlowKey>> touched) {
        var id = row.getUUID("id");
        var toldAt = row.getOffsetDateTime("told_at");
        return new Told(id, row.getUUID("finding"), State.valueOf(row.getString("state")),
                new Component(EventType.valueOf(row.getString("type")), row.getString("component")),
                Severity.valueOf(row.getString("severity")),
                new Span(minute(row, "started_at"), minute(row, "failed_at"), minute(row, "detected_at"), row.getInteger(
                        "over_minute")), touched.getOrDefault(id, Set.of()), json.read(row.getString("evidence"),
                                EvidenceReport.class),
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
                .addValue(json.write(event.evidence()))
                .addValue(event.toldAt() == null ? null : utc(event.toldAt()))
                .addValue(utc(now));
    }

    private static int minute(Row row, String column) {
        return Minutes.of(row.getOffsetDateTime(column).toInstant());
    }

    private static OffsetDateTime utc(int minute) {
        return utc(Minutes.begin(minute));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

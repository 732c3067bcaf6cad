package io.tocsin.events.detection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.tocsin.database.StoredJson;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.life.Severity;
import io.tocsin.events.detection.FoundEvent.Affected;
import io.tocsin.events.result.SeenRows;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class FoundEventQueries {

    private static final String COUNTED = """
              left join lateral (
                   select count(distinct (account_group, test_id)) as tests, count(distinct target) as targets,
                          count(distinct source_id) as agents,
                          count(distinct test_id) filter (where account_group = $2) as own_tests,
                          count(distinct target) filter (where account_group = $2) as own_targets,
                          count(distinct source_id) filter (where account_group = $2) as own_agents
                     from detected_flow
                    where detected_flow.organization = $1
                      and event_id = found.id) as counted on true
              left join lateral (
                   select name as agent
                     from source
                    where found.type = 'AGENT_LOCAL'
                      and (organization, account_group, kind, id) = ($1, $2, 'AGENT', found.component)) as agent on true
            """;

    private static final String COLUMNS = """
            select id, type, component, state, severity, started_at, ended_at, detected_at, merged_into, version, updated_at
              from detected_event
             where organization = $1
               and $2 = any(account_groups)
            """;

    private static final String LIST = "select * from (" + COLUMNS + """
               and state in ('ACTIVE', 'RESOLVED')
               and started_at <= $4
               and (ended_at is null or ended_at >= $3)
               and ($5::boolean is null or (state = 'ACTIVE') = $5)
               and ($5::boolean is not true or started_at >= $3)
               and ($6::timestamptz is null or started_at < $6 or started_at = $6 and id > $7)
             order by started_at desc, id
             limit $8) as found
            """ + COUNTED + " order by started_at desc, id";

    private static final String ONE = "select * from (" + COLUMNS + " and id = $3) as found" + COUNTED;

    private static final String FLOWS = """
            select flow.test_id, test.name as test_name, test.type as test_type, test.interval_s, test.server_id, test.server,
                   flow.source_id, source.kind as source_kind, source.name as source_name, source.type as source_type,
                   source.location, source.country_id, source.network, flow.part, flow.target
              from detected_flow as flow
              left join test
                on (test.organization, test.account_group, test.id) = (flow.organization, flow.account_group, flow.test_id)
              left join lateral (select *
                                   from source
                                  where (source.organization, source.account_group, source.id)
                                        = (flow.organization, flow.account_group, flow.source_id)
                                  order by kind
                                  limit 1) as source on true
             where flow.organization = $1
               and flow.account_group = $2
               and flow.event_id = $3
             order by flow.test_id, flow.source_id, flow.part
            """;

    private static final String EVIDENCE = """
            select evidence::text as evidence
              from detected_event
             where organization = $1
               and $2 = any(account_groups)
               and id = $3
            """;

    private final Pool pool;
    private final StoredJson json;

    FoundEventQueries(@ReactiveDataSource("search") Pool pool, StoredJson json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<List<FoundEvent>> list(FoundQuery query, Optional<FoundPlace> after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(scope(query.scope())
                        .addValue(utc(query.from()))
                        .addValue(utc(query.to()))
                        .addValue(query.ongoing().orElse(null))
                        .addValue(after.map(place -> utc(place.startedAt())).orElse(null))
                        .addValue(after.map(FoundPlace::id).orElse(null))
                        .addValue(limit))
                .map(rows -> rows.stream().map(FoundEventQueries::event).toList());
    }

    Uni<Optional<FoundEvent>> find(Scope scope, UUID id) {
        return pool.preparedQuery(ONE)
                .execute(scope(scope).addValue(id))
                .map(rows -> rows.stream().map(FoundEventQueries::event).findFirst());
    }

    Uni<List<FoundFlow>> flows(Scope scope, UUID id) {
        return pool.preparedQuery(FLOWS)
                .execute(scope(scope).addValue(id))
                .map(rows -> rows.stream().map(FoundEventQueries::flow).toList());
    }

    Uni<Optional<EvidenceReport>> evidence(Scope scope, UUID id) {
        return pool.preparedQuery(EVIDENCE)
                .execute(scope(scope).addValue(id))
                .map(rows -> rows.stream().map(row -> json.read(row.getString("evidence"), EvidenceReport.class)).findFirst());
    }

    private static Tuple scope(Scope scope) {
        return Tuple.tuple().addValue(scope.organization()).addValue(scope.accountGroup());
    }

    private static FoundEvent event(Row row) {
        var component = new Component(EventType.valueOf(row.getString("type")), row.getString("component"));
        return new FoundEvent(row.getUUID("id"), component, agent(row, component), FoundEvent.State.valueOf(row.getString(
                "state")), Severity.valueOf(row.getString("severity")),
                instant(row, "started_at"), instant(row, "ended_at"), instant(row, "detected_at"), row.getUUID("merged_into"),
                row.getInteger("version"), instant(row, "updated_at"), affected(row, "tests"), affected(row, "targets"),
                affected(row, "agents"));
    }

    private static String agent(Row row, Component component) {
        var named = row.getString("agent") == null ? component.name() : row.getString("agent");
        return component.type() == EventType.AGENT_LOCAL ? named : null;
    }

    private static Affected affected(Row row, String what) {
        return new Affected(row.getInteger(what), row.getInteger("own_" + what));
    }

    private static FoundFlow flow(Row row) {
        return new FoundFlow(SeenRows.test(row), SeenRows.source(row), serverId(row), row.getString("target"));
    }

    private static String serverId(Row row) {
        if (!row.getString("part").isEmpty()) {
            return row.getString("part");
        }
        return row.getString("server_id") == null ? row.getString("target") : row.getString("server_id");
    }

    private static Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

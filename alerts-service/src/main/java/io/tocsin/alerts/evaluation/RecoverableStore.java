package io.tocsin.alerts.evaluation;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Event;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Counts what a recovery would take away; for the curious. */
@ApplicationScoped
class RecoverableStore {

    private static final int MOST_SOURCES = 100;

    private static final String OF_KEY = """
            select m.source, count(distinct m.counted) as before,
                   count(distinct m.counted) filter (where m.aggregation_key is distinct from $2) as after
              from event_match m
             where m.rule_id = $1
               and m.received_at <= $3
               and m.live_until > $3
               and m.source in (select source
                                  from event_match
                                 where rule_id = $1
                                   and aggregation_key = $2
                                   and received_at <= $3
                                   and live_until > $3)
             group by m.source
             order by m.source
             limit $4
            """;

    /** The sources whose matches it would take, and how many count before and after. */
    Uni<List<EventProspect.Source>> of(SqlConnection snapshot, long rule, Event recovery) {
        return snapshot.preparedQuery(OF_KEY)
                .execute(Tuple.of(rule, Sighting.keyOf(recovery), Columns.time(recovery.receivedAt()), MOST_SOURCES))
                .map(RecoverableStore::sources);
    }

    private static List<EventProspect.Source> sources(RowSet<Row> rows) {
        var sources = new ArrayList<EventProspect.Source>();
        rows.forEach(row -> sources.add(new EventProspect.Source(row.getString("source"), row.getInteger("before"),
                row.getInteger("after"), null)));
        return sources;
    }
}

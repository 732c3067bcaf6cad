package io.tocsin.events.detection.run;

import java.util.HashMap;
import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.events.detection.Wording;
import io.tocsin.events.detection.ledger.Told;
import io.tocsin.events.detection.run.Facts.Group;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class FactsStore {

    /** One row for the organization, of which the account group is null, and one for each account group. */
    private static final String FACTS = """
            select account_group, count(distinct (account_group, test_id))::int as tests, count(distinct target)::int as targets,
                   count(distinct source_id)::int as agents, (array_agg(distinct test_name))[1:5] as test_names,
                   (array_agg(distinct source_name))[1:5] as agent_names,
                   max(source_name) filter (where source_id = $3) as component
              from (select flow.account_group, test_id, source_id, target, coalesce(test.name, test_id) as test_name,
                           coalesce(source.name, source_id) as source_name
                      from detected_flow as flow
                      left join test
                        on (test.organization, test.account_group, test.id) = (flow.organization, flow.account_group, test_id)
                      left join lateral (select name
                                           from source
                                          where (source.organization, source.account_group, source.id)
                                                = (flow.organization, flow.account_group, source_id)
                                          order by kind
                                          limit 1) as source on true
                     where flow.organization = $1
                       and event_id = $2) as touched
             group by grouping sets ((account_group), ())
            """;

    /** As the transaction has written it. */
    Uni<Facts> of(SqlConnection transaction, String organization, Told event) {
        return transaction.preparedQuery(FACTS)
                .execute(Tuple.of(organization, event.id(), event.component().name()))
                .map(rows -> facts(event.component(), rows));
    }

    private static Facts facts(Component component, RowSet<Row> rows) {
        var groups = new HashMap<String, Group>();
        var name = Wording.name(component);
        for (var row : rows) {
            groups.put(row.getString("account_group"), group(row));
            if (component.type() == EventType.AGENT_LOCAL && row.getString("component") != null) {
                name = row.getString("component");
            }
        }
        var all = groups.remove(null);
        return new Facts(name, all, groups);
    }

    private static Group group(Row row) {
        return new Group(row.getInteger("tests"), row.getInteger("targets"), row.getInteger("agents"), names(row, "test_names"),
                names(row, "agent_names"));
    }

    private static List<String> names(Row row, String column) {
        var names = row.getArrayOfStrings(column);
        return names == null ? List.of() : List.of(names);
    }
}

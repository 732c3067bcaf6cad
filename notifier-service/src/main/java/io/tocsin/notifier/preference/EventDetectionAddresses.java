package io.tocsin.notifier.preference;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Whom to mail about a detected event, in the transaction which takes its notification in. */
@ApplicationScoped
public class EventDetectionAddresses {

    private static final String OPTED_IN = """
            select address
              from event_detection_recipient
             where organization = $1
               and account_group = $2
             order by address
            """;

    private static final String OPTED_IN_AND_TOLD = """
            select address
              from event_detection_recipient
             where organization = $1
               and account_group = $2
               and exists (select 1
                             from delivery
                            where delivery.organization = $1
                              and delivery.account_group = $2
                              and delivery.alert_id = $3
                              and delivery.recipient = address)
             order by address
            """;

    public Uni<List<String>> of(SqlConnection transaction, Scope scope) {
        return transaction.preparedQuery(OPTED_IN)
                .execute(Tuple.of(scope.organization(), scope.accountGroup()))
                .map(EventDetectionAddresses::addresses);
    }

    /** Those who have been told of this event before. */
    public Uni<List<String>> of(SqlConnection transaction, Scope scope, UUID event) {
        return transaction.preparedQuery(OPTED_IN_AND_TOLD)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), event))
                .map(EventDetectionAddresses::addresses);
    }

    private static List<String> addresses(RowSet<Row> rows) {
        return rows.stream().map(row -> row.getString("address")).toList();
    }
}

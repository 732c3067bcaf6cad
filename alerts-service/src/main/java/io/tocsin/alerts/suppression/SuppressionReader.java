package io.tocsin.alerts.suppression;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.StoredJson;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads the windows of an account group for those who evaluate; see the package for how. */
@ApplicationScoped
public class SuppressionReader {

    private static final String OF_SCOPE = """
            select id, settings
              from alert_suppression_window
             where organization = $1
               and account_group = $2
             order by id
            """;

    private final StoredJson json;

    SuppressionReader(StoredJson json) {
        this.json = json;
    }

    /** @param client the connection of the caller's transaction, or a pool */
    public Uni<Suppressions> read(SqlClient client, Scope scope) {
        return client.preparedQuery(OF_SCOPE)
                .execute(Tuple.of(scope.organization(), scope.accountGroup()))
                .map(this::windows)
                .map(Suppressions::new);
    }

    private List<SuppressionWindow> windows(RowSet<Row> rows) {
        var windows = new ArrayList<SuppressionWindow>(rows.size());
        rows.forEach(row -> windows.add(new SuppressionWindow(row.getLong("id"),
                json.read(row.getString("settings"), WindowSettings.class))));
        return windows;
    }
}

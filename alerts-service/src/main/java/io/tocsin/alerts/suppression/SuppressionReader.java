package io.tocsin.alerts.suppression;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads the windows of an account group for those who evaluate; see the package for how. */
@ApplicationScoped
public class SuppressionReader {

    private static final String OF_SCOPE = """
            select settings
              from alert_suppression_window
             where organization = $1
               and account_group = $2
            """;

    private final WindowJson json;

    SuppressionReader(WindowJson json) {
        this.json = json;
    }

    /** @param client the connection of the caller's transaction, or a pool */
    public Uni<Suppressions> read(SqlClient client, Scope scope) {
        return client.preparedQuery(OF_SCOPE)
                .execute(Tuple.of(scope.organization(), scope.accountGroup()))
                .map(this::settings)
                .map(Suppressions::new);
    }

    private List<WindowSettings> settings(RowSet<Row> rows) {
        var settings = new ArrayList<WindowSettings>(rows.size());
        rows.forEach(row -> settings.add(json.read(row.getString("settings"))));
        return settings;
    }
}

package io.tocsin.alerts.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.rule.RuleSettings;
import io.tocsin.database.StoredJson;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
public class RuleMemoryStore {

    /** Shared with other evaluations, so that until the end of the transaction only the rules' writers wait. In one fixed order. */
    private static final String SHUT_OUT_WRITERS = """
            select pg_advisory_xact_lock_shared(key)
              from (select distinct rule_scope_key(organization, account_group) as key
                      from unnest($1::text[], $2::text[]) as s(organization, account_group)
                     order by key) keys
            """;

    private static final String VERSIONS = """
            select v.organization, v.account_group, v.version
              from unnest($1::text[], $2::text[]) as s(organization, account_group)
              join alert_rule_version v using (organization, account_group)
            """;

    private static final String RULES = """
            select r.id, r.organization, r.account_group, r.account_group_name, r.settings
              from unnest($1::text[], $2::text[]) as s(organization, account_group)
              join alert_rule r using (organization, account_group)
             order by r.id
            """;

    private final StoredJson json;

    RuleMemoryStore(StoredJson json) {
        this.json = json;
    }

    Uni<Void> shutOutWriters(SqlConnection transaction, Collection<Scope> scopes) {
        return transaction.preparedQuery(SHUT_OUT_WRITERS)
                .execute(columns(scopes))
                .replaceWithVoid();
    }

    /** The version of each scope which ever had rules. */
    Uni<Map<Scope, Long>> versions(SqlConnection transaction, Collection<Scope> scopes) {
        return transaction.preparedQuery(VERSIONS)
                .execute(columns(scopes))
                .map(RuleMemoryStore::versions);
    }

    Uni<List<Rule>> rules(SqlConnection transaction, Collection<Scope> scopes) {
        return transaction.preparedQuery(RULES)
                .execute(columns(scopes))
                .map(this::rules);
    }

    private static Tuple columns(Collection<Scope> scopes) {
        return Columns.of(scopes).texts(Scope::organization).texts(Scope::accountGroup).tuple();
    }

    private static Map<Scope, Long> versions(RowSet<Row> rows) {
        var versions = new HashMap<Scope, Long>();
        rows.forEach(row -> versions.put(scope(row), row.getLong("version")));
        return versions;
    }

    private List<Rule> rules(RowSet<Row> rows) {
        var rules = new ArrayList<Rule>();
        rows.forEach(row -> rules.add(rule(row)));
        return rules;
    }

    /** From the columns id, organization, account_group, account_group_name and settings. */
    public Rule rule(Row row) {
        return new Rule(row.getLong("id"), scope(row), row.getString("account_group_name"),
                json.read(row.getString("settings"), RuleSettings.class));
    }

    private static Scope scope(Row row) {
        return new Scope(row.getString("organization"), row.getString("account_group"));
    }
}

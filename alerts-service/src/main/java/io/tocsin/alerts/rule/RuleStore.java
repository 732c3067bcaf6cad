package io.tocsin.alerts.rule;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;

@ApplicationScoped
class RuleStore implements PanacheRepositoryBase<RuleEntity, Long> {

    private static final String IN_SCOPE = "organization = ?1 and accountGroup = ?2";

    /** Waits until no evaluation works with the scope's rules, and keeps new ones waiting until this transaction ends. */
    private static final String SHUT_OUT_EVALUATION = """
            select cast(pg_advisory_xact_lock(rule_scope_key(:organization, :accountGroup)) as text)
            """;

    private static final String RAISE_VERSION = """
            insert into alert_rule_version (organization, account_group, version)
            values (:organization, :accountGroup, 1)
                on conflict (organization, account_group)
                do update set version = alert_rule_version.version + 1
            """;

    private static final String VERSION = """
            select coalesce(max(version), 0)
              from alert_rule_version
             where organization = :organization
               and account_group = :accountGroup
            """;

    private static final String UNSET_FORMER_DEFAULT = """
            update alert_rule
               set settings = cast(cast(settings as jsonb) || '{"isDefault": false}' as text)
             where organization = :organization
               and account_group = :accountGroup
               and id <> :id
               and cast(settings as jsonb) ->> 'alertType' = :type
               and cast(settings as jsonb) ->> 'isDefault' = 'true'
            """;

    Uni<List<RuleEntity>> all(Scope scope) {
        return list(IN_SCOPE + " order by id", scope.organization(), scope.accountGroup());
    }

    /** Null when the scope has no such rule. */
    Uni<RuleEntity> one(Scope scope, long id) {
        return find(IN_SCOPE + " and id = ?3", scope.organization(), scope.accountGroup(), id).firstResult();
    }

    /** To be called before a rule of the scope changes; every evaluator reads the scope's rules again after the commit. */
    Uni<Void> beginChange(Scope scope) {
        return inScope(SHUT_OUT_EVALUATION, scope)
                .chain(Mutiny.Query::getResultList)
                .chain(() -> inScope(RAISE_VERSION, scope))
                .chain(Mutiny.Query::executeUpdate)
                .replaceWithVoid();
    }

    /** How often the scope's rules changed, 0 for never. */
    Uni<Long> version(Scope scope) {
        return inScope(VERSION, scope)
                .chain(Mutiny.Query::getSingleResult)
                .map(version -> ((Number) version).longValue());
    }

    /** At most one rule of a type is the default of its scope. */
    Uni<Void> unsetFormerDefault(Scope scope, long id, String type) {
        return inScope(UNSET_FORMER_DEFAULT, scope)
                .chain(query -> query.setParameter("id", id).setParameter("type", type).executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Mutiny.Query<Object>> inScope(String sql, Scope scope) {
        return Panache.getSession()
                .map(session -> session.createNativeQuery(sql)
                        .setParameter("organization", scope.organization())
                        .setParameter("accountGroup", scope.accountGroup()));
    }
}

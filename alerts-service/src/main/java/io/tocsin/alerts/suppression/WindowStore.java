package io.tocsin.alerts.suppression;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;

@ApplicationScoped
class WindowStore implements PanacheRepositoryBase<WindowEntity, Long> {

    private static final String IN_SCOPE = "organization = ?1 and accountGroup = ?2";

    Uni<List<WindowEntity>> all(Scope scope) {
        return list(IN_SCOPE + " order by id", scope.organization(), scope.accountGroup());
    }

    /** Null when the scope has no such window. */
    Uni<WindowEntity> one(Scope scope, long id) {
        return find(IN_SCOPE + " and id = ?3", scope.organization(), scope.accountGroup(), id).firstResult();
    }
}

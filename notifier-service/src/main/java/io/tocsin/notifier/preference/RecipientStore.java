package io.tocsin.notifier.preference;

import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;

@ApplicationScoped
class RecipientStore implements PanacheRepositoryBase<RecipientEntity, Long> {

    private static final String IN_SCOPE = "organization = ?1 and accountGroup = ?2";

    /** Of several who opt one address in at once, one makes the row. */
    private static final String INSERT = """
            insert into event_detection_recipient (organization, account_group, address, since, opted_in_by)
            values (:organization, :accountGroup, :address, :since, :optedInBy)
                on conflict (organization, account_group, address) do nothing
            """;

    Uni<List<RecipientEntity>> all(Scope scope) {
        return list(IN_SCOPE + " order by address", scope.organization(), scope.accountGroup());
    }

    /** Null when it did not opt in. */
    Uni<RecipientEntity> one(Scope scope, String address) {
        return find(IN_SCOPE + " and address = ?3", scope.organization(), scope.accountGroup(), address).firstResult();
    }

    /** False when it had opted in before. */
    Uni<Boolean> insert(RecipientEntity entity) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("organization", entity.organization)
                        .setParameter("accountGroup", entity.accountGroup)
                        .setParameter("address", entity.address)
                        .setParameter("since", entity.since.atOffset(ZoneOffset.UTC))
                        .setParameter("optedInBy", entity.optedInBy)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** False when it had not opted in. */
    Uni<Boolean> remove(Scope scope, String address) {
        return delete(IN_SCOPE + " and address = ?3", scope.organization(), scope.accountGroup(), address)
                .map(rows -> rows == 1);
    }
}

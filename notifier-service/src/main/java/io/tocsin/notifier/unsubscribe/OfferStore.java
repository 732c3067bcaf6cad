package io.tocsin.notifier.unsubscribe;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.AccountGroup;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Looks up what a mail was about. The link's signature, and not a scope, says that its holder may know. */
@ApplicationScoped
class OfferStore {

    private static final String FIND = """
            select delivery.organization, delivery.account_group, delivery.recipient,
                   notification.payload ->> 'accountGroupName' as account_group_name,
                   notification.payload -> 'rule' ->> 'id' as rule_id,
                   notification.payload -> 'rule' ->> 'name' as rule_name
              from delivery
              join notification on notification.id = delivery.notification_id
             where delivery.id = $1
            """;

    private final Pool pool;

    OfferStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Offer>> find(Token token) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(token.delivery()))
                .map(rows -> rows.stream().findFirst().map(row -> offer(token, row)));
    }

    private static Offer offer(Token token, Row row) {
        var accountGroup = row.getString("account_group");
        var name = Optional.ofNullable(row.getString("account_group_name")).orElse(accountGroup);
        return new Offer(
                token.delivery(),
                row.getString("organization"),
                new AccountGroup(accountGroup, name),
                row.getString("recipient"),
                row.getString("rule_id"),
                row.getString("rule_name"),
                token.reach());
    }
}

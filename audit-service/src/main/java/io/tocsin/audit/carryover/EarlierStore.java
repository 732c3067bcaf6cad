package io.tocsin.audit.carryover;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

@ApplicationScoped
@RegisterForReflection(targets = UserEvent.Resource.class)
class EarlierStore {

    /** The oldest which are in no chain. */
    private static final String NEXT = """
            select id, organization, account_group, account_group_name, date, event, user_id, user_name, user_email, ip_address,
                   resources::text as resources
              from user_event_before_chain b
             where not exists (select from user_event u where u.id = b.id)
             order by date, id
             limit $1
            """;

    private static final TypeReference<List<UserEvent.Resource>> RESOURCES = new TypeReference<>() {};

    private final ObjectMapper json;

    EarlierStore(ObjectMapper json) {
        this.json = json;
    }

    Uni<List<UserEvent>> next(SqlConnection transaction, int limit) {
        return transaction.preparedQuery(NEXT)
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream().map(this::event).toList());
    }

    private UserEvent event(Row row) {
        return new UserEvent(row.getUUID("id"), row.getString("organization"),
                new AccountGroup(row.getString("account_group"), row.getString("account_group_name")),
                row.getOffsetDateTime("date").toInstant(), row.getString("event"),
                new User(row.getString("user_id"), row.getString("user_name"), row.getString("user_email")),
                row.getString("ip_address"), resources(row.getString("resources")));
    }

    private List<UserEvent.Resource> resources(String text) {
        try {
            return json.readValue(text, RESOURCES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("resources of a user event cannot be read", e);
        }
    }
}

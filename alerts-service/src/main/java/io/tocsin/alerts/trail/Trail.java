package io.tocsin.alerts.trail;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.Editor;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutboxSql;
import io.tocsin.outbox.OutgoingMessage;

/** Tells audit-service who changed what, in the transaction of the change. */
@ApplicationScoped
@RegisterForReflection(targets = { UserEvent.class, UserEvent.Resource.class, UserEvent.Change.class, User.class,
        AccountGroup.class })
public class Trail {

    private static final String AUDIT = "audit-service";

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final Outbox outbox;
    private final ObjectMapper json;

    Trail(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * To be called with the session of the change.
     *
     * @param event a sentence with its full stop, such as {@code Alert rule created.}
     * @param before the settings of what was changed as a JSON object; null for what is new
     * @param after null for what was deleted
     */
    public Uni<Void> append(String event, Editor editor, UserEvent.Resource resource, String before, String after, Instant at) {
        var told = UserEvent.by(editor, at, event, List.of(resource), new UserEvent.Change(members(before), members(after)));
        return insert(outbox.message(AUDIT, UserEvent.TYPE, editor.organization(), told));
    }

    private Map<String, Object> members(String settings) {
        try {
            return settings == null ? null : json.readValue(settings, MEMBERS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unreadable settings: " + e.getOriginalMessage(), e);
        }
    }

    /** To be called behind the commit, so that the message leaves at once. */
    public void committed() {
        outbox.committed(AUDIT, 1);
    }

    private static Uni<Void> insert(OutgoingMessage message) {
        return Panache.getSession()
                .map(session -> session.createNativeQuery(OutboxSql.INSERT_NAMED))
                .invoke(insert -> OutboxSql.named(message).forEach(insert::setParameter))
                .chain(insert -> insert.executeUpdate())
                .replaceWithVoid();
    }
}

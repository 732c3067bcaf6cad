package io.tocsin.audit.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.person.People;
import io.tocsin.audit.person.Person;
import io.tocsin.model.AccountGroup;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** Turns rows into entries and user events. */
@Singleton
class EntryReader {

    private static final User NOBODY = new User(OpenedEntry.ERASED, OpenedEntry.ERASED, OpenedEntry.ERASED);

    private final People people;
    private final Pool pool;
    private final JsonReading reading;

    EntryReader(People people, Pool pool, JsonReading reading) {
        this.people = people;
        this.pool = pool;
        this.reading = reading;
    }

    List<StoredEntry> stored(RowSet<Row> rows) {
        return rows.stream().map(this::stored).toList();
    }

    private StoredEntry stored(Row row) {
        var sealed = new ArrayList<StoredEntry.Sealed>();
        reading.read(row.getString("personal"))
                .forEach(part -> sealed.add(new StoredEntry.Sealed(UUID.fromString(part.path("person").asText()),
                        part.path("sealed").asText())));
        return new StoredEntry(row.getString("organization"), row.getLong("number"), row.getUUID("id"),
                row.getOffsetDateTime("date").toInstant(), row.getString("content"), sealed);
    }

    /** With the keys which are there at this moment. */
    Uni<List<OpenedEntry>> opened(List<StoredEntry> entries) {
        var wanted = new HashSet<UUID>();
        entries.forEach(entry -> wanted.addAll(entry.people()));
        return people.find(pool, wanted)
                .map(known -> entries.stream().map(entry -> opened(entry, known)).toList());
    }

    private OpenedEntry opened(StoredEntry entry, Map<UUID, Person> known) {
        return new OpenedEntry(entry, reading.read(entry.content()), entry.openings(known, reading));
    }

    UserEvent event(OpenedEntry entry) {
        var members = entry.revealed();
        var actor = members.path("by");
        return new UserEvent(
                entry.stored().id(),
                entry.stored().organization(),
                new AccountGroup(members.path("aid").asText(), members.path("accountGroupName").asText()),
                Instant.parse(members.path("date").asText()),
                members.path("event").asText(),
                actor.isObject() ? user(actor.path("user")) : NOBODY,
                actor.path("ipAddress").asText(null),
                resources(members.path("resources")));
    }

    private static User user(JsonNode user) {
        return new User(user.path("id").asText(), user.path("name").asText(), user.path("email").asText());
    }

    private static List<UserEvent.Resource> resources(JsonNode resources) {
        var list = new ArrayList<UserEvent.Resource>();
        resources.forEach(resource -> list.add(new UserEvent.Resource(resource.path("type").asText(),
                resource.path("name").asText())));
        return list;
    }
}

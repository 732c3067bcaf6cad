package io.tocsin.audit.trail;

import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.person.People;
import io.tocsin.audit.person.Person;
import io.tocsin.audit.person.Subject;
import io.tocsin.model.message.UserEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Makes entries of user events. That is computing, milliseconds of it for some hundreds, and happens on worker threads: whoever holds the
 * lock of a chain waits for answers which come by an event loop.
 */
@Singleton
class EntryMaking {

    private final People people;
    private final Vertx vertx;

    EntryMaking(People people, Vertx vertx) {
        this.people = people;
        this.vertx = vertx;
    }

    /** In the order of the events. */
    Uni<List<Entry>> of(SqlConnection transaction, List<UserEvent> events, Announcement announcement) {
        var subjects = new HashSet<Subject>();
        return vertx.executeBlocking(() -> drafts(events, announcement, subjects), false)
                .chain(drafts -> people.of(transaction, subjects)
                        .chain(known -> vertx.executeBlocking(() -> entries(drafts, known), false)));
    }

    private static List<EntryDraft> drafts(List<UserEvent> events, Announcement announcement, HashSet<Subject> subjects) {
        return events.stream()
                .map(event -> EntryDraft.of(event, announcement, subjects))
                .toList();
    }

    /** Written person by person, as a cipher is made ready for a key once for all that it encrypts in a row. */
    private List<Entry> entries(List<EntryDraft> drafts, Map<Subject, Person> known) {
        var writer = new EntryWriter(people.sealing(), known);
        var written = new IdentityHashMap<EntryDraft, Entry>();
        drafts.stream()
                .sorted(Comparator.comparing(EntryDraft::actor))
                .forEach(draft -> written.put(draft, writer.write(draft)));
        return drafts.stream().map(written::get).toList();
    }
}

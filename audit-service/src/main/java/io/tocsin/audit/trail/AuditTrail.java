package io.tocsin.audit.trail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.chain.Chain;
import io.tocsin.audit.person.People;
import io.tocsin.audit.person.Subject;
import io.tocsin.model.message.UserEvent;
import io.tocsin.proof.merkle.Hash;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The record of who did what. It grows, and nothing in it ever changes. */
@ApplicationScoped
public class AuditTrail {

    private final TrailStores stores;
    private final EntryMaking making;
    private final People people;
    private final Chain chain;
    private final TrailMeters meters;

    AuditTrail(TrailStores stores, EntryMaking making, People people, Chain chain, TrailMeters meters) {
        this.stores = stores;
        this.making = making;
        this.people = people;
        this.chain = chain;
        this.meters = meters;
    }

    /** Adds events in the caller's transaction, as one link to the chain of each organization; the caller knows that they are new. */
    public Uni<Void> record(SqlConnection transaction, List<UserEvent> events) {
        return append(transaction, events, new Announcement.Nothing());
    }

    /** The same for an event which tells why something is missing from now on. */
    public Uni<Void> announce(SqlConnection transaction, UserEvent event, Announcement announcement) {
        return append(transaction, List.of(event), announcement);
    }

    private Uni<Void> append(SqlConnection transaction, List<UserEvent> events, Announcement announcement) {
        return making.of(transaction, events, announcement)
                .map(entries -> entries.stream()
                        .collect(Collectors.groupingBy(Entry::organization, LinkedHashMap::new, Collectors.toList())))
                .chain(entries -> append(transaction, entries))
                .invoke(() -> meters.recorded(events.size()));
    }

    private Uni<Void> append(SqlConnection transaction, Map<String, List<Entry>> entries) {
        return chain.append(transaction, hashes(entries), links -> stores.entries().insert(transaction, entries, links));
    }

    private static Map<String, List<Hash>> hashes(Map<String, List<Entry>> entries) {
        return entries.entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, of -> of.getValue().stream().map(Entry::hash).toList()));
    }

    /** One page, newest first. A user who was erased is nobody's: nothing is found for one. */
    public Uni<ActivityPage> page(ActivityQuery query) {
        return query.ofUser() == null
                ? page(query, null)
                : people.idOf(Subject.user(query.organization(), query.ofUser()))
                        .chain(person -> person.isPresent() ? page(query, person.get()) : nothing(query));
    }

    private static Uni<ActivityPage> nothing(ActivityQuery query) {
        return Uni.createFrom().item(ActivityPage.of(List.of(), query));
    }

    private Uni<ActivityPage> page(ActivityQuery query, UUID person) {
        return stores.entries()
                .find(query, person)
                .chain(stores.reader()::opened)
                .map(entries -> ActivityPage.of(entries.stream().map(stores.reader()::event).toList(), query));
    }

    /** In their order; what expired is not among them. */
    public Uni<List<OpenedEntry>> entries(String organization, long first, long last) {
        return stores.entries()
                .range(organization, first, last)
                .chain(stores.reader()::opened);
    }

    public Uni<Optional<OpenedEntry>> entry(String organization, UUID id) {
        return stores.entries()
                .find(organization, id)
                .chain(stores.reader()::opened)
                .map(found -> found.stream().findFirst());
    }
}

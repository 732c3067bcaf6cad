package io.tocsin.audit.trail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.chain.Growth;
import io.tocsin.audit.chain.Position;
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
    private final Growth chains;
    private final TrailMeters meters;

    AuditTrail(TrailStores stores, EntryMaking making, People people, Growth chains, TrailMeters meters) {
        this.stores = stores;
        this.making = making;
        this.people = people;
        this.chains = chains;
        this.meters = meters;
    }

    /**
     * Adds events in the caller's transaction, as one link to the chain of each organization; the caller knows that they are new, and
     * adds nothing else in this transaction.
     */
    public Uni<Void> record(SqlConnection transaction, List<UserEvent> events) {
        var count = events.size();
        return entries(transaction, events, new Announcement.Nothing())
                .chain(entries -> chains.append(transaction, hashes(entries), insert(transaction, entries)))
                .invoke(() -> meters.recorded(count));
    }

    /** The same for an event which tells why something is missing from now on; there may be several in a transaction. */
    public Uni<Void> announce(SqlConnection transaction, UserEvent event, Announcement announcement) {
        return entries(transaction, List.of(event), announcement)
                .chain(entries -> chains.appendAtOnce(transaction, hashes(entries), insert(transaction, entries)))
                .invoke(() -> meters.recorded(1));
    }

    private Uni<Map<String, List<Entry>>> entries(SqlConnection transaction, List<UserEvent> events,
            Announcement announcement) {
        return making.of(transaction, events, announcement)
                .map(entries -> entries.stream()
                        .collect(Collectors.groupingBy(Entry::organization, LinkedHashMap::new, Collectors.toList())));
    }

    private Function<Map<String, Position>, Uni<Void>> insert(SqlConnection transaction, Map<String, List<Entry>> entries) {
        return positions -> stores.entries().insert(transaction, entries, positions);
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

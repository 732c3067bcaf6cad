package io.tocsin.audit.chain;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.proof.Link;
import io.tocsin.proof.merkle.Hash;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Adds links to chains. A chain is locked from its new link to the end of the transaction, so it never forks, whoever writes. Entries
 * are most of the work, and know little of their link: where this replica is the only one which writes to a chain, they are stored
 * before the lock, in as many transactions at a time as there are, and it is held for the link only.
 */
@ApplicationScoped
public class Growth {

    private final ChainStore store;
    private final Lines lines;
    private final Clock clock;

    Growth(ChainStore store, Lines lines, Clock clock) {
        this.store = store;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * Adds one link to the chain of each organization. For a transaction which holds no chain yet: it may wait for others.
     *
     * @param leaves the hashes of the commit's entries, in their order
     * @param entries stores them, by where the link of each organization is
     */
    public Uni<Void> append(SqlConnection transaction, Map<String, List<Hash>> leaves,
            Function<Map<String, Position>, Uni<Void>> entries) {
        var commit = Commit.of(transaction, leaves, entries);
        return Uni.createFrom()
                .deferred(() -> append(commit, lines.join(commit.trees(), clock.instant())));
    }

    private Uni<Void> append(Commit commit, Turns turns) {
        return turns.forecast()
                .chain(forecast -> forecast.isPresent()
                        ? ahead(commit, turns, forecast.get())
                        : turns.come().chain(() -> underLock(commit, turns)))
                .onTermination()
                .invoke(turns::leave);
    }

    /** The same for a transaction which may hold a chain already, and so waits for locks only. */
    public Uni<Void> appendAtOnce(SqlConnection transaction, Map<String, List<Hash>> leaves,
            Function<Map<String, Position>, Uni<Void>> entries) {
        return underLock(Commit.of(transaction, leaves, entries), new Turns(Map.of()));
    }

    /** Statements are sent without waiting for the one before wherever its answer is not needed. */
    private Uni<Void> ahead(Commit commit, Turns turns, Map<String, Position> forecast) {
        return Uni.combine()
                .all()
                .unis(store.mark(commit.transaction()), commit.entries().apply(forecast))
                .discardItems()
                .chain(turns::come)
                .chain(() -> tips(commit))
                .chain(tips -> link(commit, turns, forecast, tips));
    }

    private Uni<Void> link(Commit commit, Turns turns, Map<String, Position> forecast, Map<String, Tip> tips) {
        var links = commit.links(tips, organization -> forecast.get(organization).committedAt());
        if (!positions(links).equals(forecast)) {
            return store.backToMark(commit.transaction()).chain(() -> underLock(commit, turns));
        }
        turns.linked(links);
        return insert(commit, links, tips);
    }

    private Uni<Void> underLock(Commit commit, Turns turns) {
        return tips(commit).chain(tips -> linkAndEntries(commit, turns, tips));
    }

    private Uni<Void> linkAndEntries(Commit commit, Turns turns, Map<String, Tip> tips) {
        var now = clock.instant();
        var links = commit.links(tips, organization -> now);
        turns.linked(links);
        return Uni.combine()
                .all()
                .unis(insert(commit, links, tips), commit.entries().apply(positions(links)))
                .discardItems();
    }

    /** Where the chains end, which cannot change any more until the transaction does. */
    private Uni<Map<String, Tip>> tips(Commit commit) {
        return Uni.combine()
                .all()
                .unis(store.lock(commit.transaction(), commit.trees().keySet()),
                        store.tips(commit.transaction(), commit.trees().keySet()))
                .with((locked, tips) -> tips);
    }

    private Uni<Void> insert(Commit commit, Map<String, Link> links, Map<String, Tip> tips) {
        var nodes = links.values()
                .stream()
                .flatMap(link -> Tip.of(link.organization(), tips).nodes(link).stream())
                .toList();
        return store.insert(commit.transaction(), List.copyOf(links.values()), nodes);
    }

    private static Map<String, Position> positions(Map<String, Link> links) {
        var positions = new HashMap<String, Position>();
        links.forEach((organization, link) -> positions.put(organization, Position.of(link)));
        return positions;
    }
}

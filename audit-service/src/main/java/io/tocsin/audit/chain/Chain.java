package io.tocsin.audit.chain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.proof.Link;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.MerkleTree;
import io.tocsin.proof.merkle.Nodes;
import io.tocsin.proof.merkle.Subtree;
import io.tocsin.proof.merkle.TreeShape;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The chains of all organizations. A chain is locked from its new link to the end of the transaction, so it never forks. */
@ApplicationScoped
public class Chain {

    private final ChainStore store;
    private final ChainReading reading;
    private final Clock clock;

    Chain(ChainStore store, ChainReading reading, Clock clock) {
        this.store = store;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Adds one link to the chain of each organization, and what hangs on these links. Others wait from the lock on, so statements are
     * sent without waiting for the one before wherever its answer is not needed; PostgreSQL runs them one after the other.
     *
     * @param leaves the hashes of the commit's entries, in their order
     * @param rest what else to store in the transaction, by the links of each organization
     */
    public Uni<Void> append(SqlConnection transaction, Map<String, List<Hash>> leaves,
            Function<Map<String, Link>, Uni<Void>> rest) {
        var roots = new TreeMap<String, MerkleTree>();
        leaves.forEach((organization, hashes) -> roots.put(organization, new MerkleTree(hashes)));
        return Uni.combine()
                .all()
                .unis(store.lock(transaction, roots.keySet()), store.tips(transaction, roots.keySet()))
                .with((locked, tips) -> tips)
                .chain(tips -> add(transaction, roots, tips, rest));
    }

    private Uni<Void> add(SqlConnection transaction, Map<String, MerkleTree> roots, Map<String, Tip> tips,
            Function<Map<String, Link>, Uni<Void>> rest) {
        var now = clock.instant();
        var links = new HashMap<String, Link>();
        var nodes = new ArrayList<Node>();
        roots.forEach((organization, tree) -> {
            var tip = tips.getOrDefault(organization, Tip.NONE);
            var link = link(organization, tree, tip, now);
            links.put(organization, link);
            tip.tree().add(link.hash()).forEach((place, hash) -> nodes.add(new Node(organization, place, hash)));
        });
        return Uni.combine()
                .all()
                .unis(store.insert(transaction, List.copyOf(links.values()), nodes), rest.apply(links))
                .discardItems();
    }

    /** How far the log of an organization has come; empty when it has not begun. */
    public Uni<Optional<TreeHead>> head(String organization, Instant now) {
        return reading.last(organization)
                .chain(last -> last.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : head(last.get(), now).map(Optional::of));
    }

    private Uni<TreeHead> head(Link last, Instant now) {
        var edge = TreeShape.root(last.number());
        return reading.nodes(last.organization(), edge)
                .map(nodes -> new TreeHead(last.organization(), last.number(), last.lastEntry(), fold(nodes).fold(edge), now));
    }

    /** Which commit holds this entry. */
    public Uni<Optional<Link>> ofEntry(String organization, long entry) {
        return reading.ofEntry(organization, entry);
    }

    /** The commits which hold the entries between these two, in their order, each with its path to the head of this size. */
    public Uni<List<ProvenLink>> links(String organization, long fromEntry, long toEntry, long size, int limit) {
        return reading.links(organization, fromEntry, toEntry, limit)
                .chain(links -> proven(organization, links, size));
    }

    private Uni<List<ProvenLink>> proven(String organization, List<Link> links, long size) {
        var shapes = links.stream().map(link -> TreeShape.path(link.number() - 1, size)).toList();
        var places = shapes.stream().flatMap(List::stream).flatMap(List::stream).collect(Collectors.toSet());
        return reading.nodes(organization, places)
                .map(nodes -> IntStream.range(0, links.size())
                        .mapToObj(at -> new ProvenLink(links.get(at), fold(nodes).foldEach(shapes.get(at))))
                        .toList());
    }

    /** That the log of {@code newer} commits begins with that of {@code older}. */
    public Uni<List<Hash>> consistency(String organization, long older, long newer) {
        var shape = TreeShape.consistency(older, newer);
        return reading.nodes(organization, shape.stream().flatMap(List::stream).collect(Collectors.toSet()))
                .map(nodes -> fold(nodes).foldEach(shape));
    }

    private static Nodes fold(Map<Subtree, Hash> nodes) {
        return place -> Objects.requireNonNull(nodes.get(place), () -> "there is no node " + place + " in the chain");
    }

    private static Link link(String organization, MerkleTree entries, Tip tip, Instant now) {
        return tip.last() == null
                ? Link.first(organization, entries.root(), entries.size(), now)
                : tip.last().next(entries.root(), entries.size(), now);
    }
}

package io.tocsin.audit.chain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.proof.Link;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.merkle.Hash;
import io.tocsin.proof.merkle.Nodes;
import io.tocsin.proof.merkle.Subtree;
import io.tocsin.proof.merkle.TreeShape;

/** What the chains of all organizations hold, and what proves it; {@link Growth} adds to them. */
@ApplicationScoped
public class Chain {

    private final ChainReading reading;

    Chain(ChainReading reading) {
        this.reading = reading;
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
}

package io.tocsin.audit.proof;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.chain.Chain;
import io.tocsin.audit.chain.ProvenLink;
import io.tocsin.audit.head.Heads;
import io.tocsin.audit.head.SignedHead;
import io.tocsin.audit.trail.AuditTrail;
import io.tocsin.audit.trail.OpenedEntry;
import io.tocsin.proof.merkle.MerkleTree;

/** Proofs for whoever asks. */
@ApplicationScoped
public class Evidence {

    private final AuditTrail trail;
    private final Chain chain;
    private final Heads heads;

    Evidence(AuditTrail trail, Chain chain, Heads heads) {
        this.trail = trail;
        this.chain = chain;
        this.heads = heads;
    }

    /** Under a head which is signed for it when no newer one is there; empty when there is no such entry, or no key to sign with. */
    public Uni<Optional<EntryProof>> ofEntry(String organization, UUID id) {
        return trail.entry(organization, id)
                .chain(entry -> entry.isEmpty() ? nothing() : prove(organization, entry.get()));
    }

    private Uni<Optional<EntryProof>> prove(String organization, OpenedEntry entry) {
        return heads.signNow(organization)
                .chain(head -> head.isEmpty() ? nothing() : prove(organization, entry, head.get()));
    }

    private Uni<Optional<EntryProof>> prove(String organization, OpenedEntry entry, SignedHead head) {
        var number = entry.stored().number();
        return chain.links(organization, number, number, head.size(), 1)
                .chain(links -> prove(entry, links.get(0), head));
    }

    private Uni<Optional<EntryProof>> prove(OpenedEntry entry, ProvenLink link, SignedHead head) {
        return trail.entries(head.organization(), link.link().firstEntry(), link.link().lastEntry())
                .map(entries -> Optional.of(new EntryProof(entry, path(entries, entry, link), link, head)));
    }

    private static List<io.tocsin.proof.merkle.Hash> path(List<OpenedEntry> entries, OpenedEntry entry, ProvenLink link) {
        return new MerkleTree(entries.stream().map(each -> each.stored().hash()).toList())
                .path((int) (entry.stored().number() - link.link().firstEntry()));
    }

    /** Empty unless both were signed. */
    public Uni<Optional<Consistency>> between(String organization, long older, long newer) {
        return heads.ofSize(organization, older)
                .chain(first -> heads.ofSize(organization, newer)
                        .chain(second -> first.isEmpty() || second.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : between(first.get(), second.get())));
    }

    private Uni<Optional<Consistency>> between(SignedHead older, SignedHead newer) {
        return chain.consistency(older.organization(), older.size(), newer.size())
                .map(proof -> Optional.of(new Consistency(older, newer, proof)));
    }

    private static Uni<Optional<EntryProof>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}

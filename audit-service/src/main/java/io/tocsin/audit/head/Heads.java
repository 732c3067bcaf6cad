package io.tocsin.audit.head;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.audit.chain.Chain;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.note.NoteSigner;

/** Signs how far the logs have come, and knows every head that was ever signed. */
@ApplicationScoped
public class Heads {

    private final HeadStore store;
    private final Chain chain;
    private final SigningKey key;
    private final Clock clock;

    Heads(HeadStore store, Chain chain, SigningKey key, Clock clock) {
        this.store = store;
        this.chain = chain;
        this.key = key;
        this.clock = clock;
    }

    /** The newest first, of those which cover fewer commits than this. */
    public Uni<List<SignedHead>> newest(String organization, long below, int limit) {
        return store.newest(organization, below, limit);
    }

    public Uni<Optional<SignedHead>> ofSize(String organization, long size) {
        return store.ofSize(organization, size);
    }

    /** All that ever signed, the oldest first. */
    public Uni<List<PublicKeyOfLog>> keys() {
        return store.keys();
    }

    /** A head over all that is there now; empty when there is nothing, or no key to sign with. */
    public Uni<Optional<SignedHead>> signNow(String organization) {
        return key.signer().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : chain.head(organization, clock.instant())
                        .chain(head -> head.isEmpty() ? nothing() : signOnce(head.get()).map(Optional::of));
    }

    private static Uni<Optional<SignedHead>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<SignedHead> signOnce(TreeHead head) {
        return store.ofSize(head.organization(), head.size())
                .chain(found -> found.filter(signed -> signed.keyId().equals(key.signer().orElseThrow().keyId()))
                        .map(signed -> Uni.createFrom().item(signed))
                        .orElseGet(() -> sign(head, key.signer().orElseThrow())));
    }

    private Uni<SignedHead> sign(TreeHead head, NoteSigner signer) {
        var signed = new SignedHead(head.organization(), head.size(), head.entries(), head.root(), head.time(), signer.keyId(),
                signer.sign(head.text()));
        return store.keep(signer.keyId(), signer.key().pem(), head.time())
                .chain(() -> store.insert(signed))
                .replaceWith(signed);
    }

    /** Every log which has grown since this key last signed it. */
    Uni<Void> signAll() {
        return key.signer().isEmpty()
                ? Uni.createFrom().voidItem()
                : store.unsigned(key.signer().get().keyId()).chain(this::signEach);
    }

    private Uni<Void> signEach(List<String> organizations) {
        return Multi.createFrom()
                .iterable(organizations)
                .onItem()
                .transformToUniAndConcatenate(this::signNow)
                .onItem()
                .ignoreAsUni();
    }
}

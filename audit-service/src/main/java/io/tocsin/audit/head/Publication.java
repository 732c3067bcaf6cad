package io.tocsin.audit.head;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Writes heads out, where whoever edits the database cannot reach them: into the log of the service, and the folder. What cannot be
 * written is tried again, and shows as the age of the last published head.
 */
@ApplicationScoped
class Publication {

    private final PublicationStore store;
    private final HeadFolder folder;
    private final Clock clock;

    Publication(PublicationStore store, HeadFolder folder, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
    }

    /** Of each organization the newest, which covers all before it. */
    Uni<Void> publishAll() {
        return store.unpublished()
                .chain(this::publishEach);
    }

    private Uni<Void> publishEach(List<SignedHead> heads) {
        return Multi.createFrom()
                .iterable(heads)
                .onItem()
                .transformToUniAndConcatenate(this::publish)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> publish(SignedHead head) {
        Log.infof("audit: signed head organization=%s commits=%d entries=%d root=%s key=%s", head.organization(), head.size(),
                head.entries(), head.root(), head.keyId());
        return folder.write(head)
                .chain(written -> written ? store.published(head, clock.instant()) : Uni.createFrom().voidItem());
    }
}

package io.tocsin.outbox.setaside;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.Outbox;
import io.tocsin.outbox.OutboxMeters;

/** The messages which wait for a person, because their destination refused them until their attempts were used up. */
@ApplicationScoped
public class SetAside {

    private final SetAsideStore store;
    private final Outbox outbox;
    private final OutboxMeters meters;

    SetAside(SetAsideStore store, Outbox outbox, OutboxMeters meters) {
        this.store = store;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** The oldest first. @param after the last one of the page before, null for the first page */
    public Uni<List<SetAsideMessage>> list(UUID after, int limit) {
        return store.list(after, limit);
    }

    /**
     * Sends a message again: with its id, so that it takes effect once even if it did already, with all attempts, and
     * behind the messages of its subject that were written meanwhile. False when no such message is set aside.
     */
    public Uni<Boolean> redrive(UUID id) {
        return store.redrive(id)
                .invoke(this::announce)
                .map(redriven -> !redriven.isEmpty());
    }

    /** Sends all messages to this destination again, in the order in which they were made, and tells how many there were. */
    public Uni<Integer> redriveAll(String destination) {
        return store.redriveAll(destination)
                .invoke(this::announce)
                .map(redriven -> redriven.getOrDefault(destination, 0));
    }

    private void announce(Map<String, Integer> redriven) {
        redriven.forEach(meters::redriven);
        redriven.keySet().forEach(outbox::wake);
    }
}

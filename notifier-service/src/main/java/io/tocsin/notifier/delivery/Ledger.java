package io.tocsin.notifier.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Records settlements. Those which come while others are being committed, or soon after, share the next commit; a quiet service waits for
 * nobody. No mail waits for it.
 */
@ApplicationScoped
class Ledger {

    private static final int MOST = 500;
    /** Between the beginnings of two commits: a commit costs the same for one answer and for hundred. */
    private static final Duration PAUSE = Duration.ofMillis(15);

    private final SettlementStore store;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private volatile long begunAt = System.nanoTime() - PAUSE.toNanos();
    private final Rounds rounds = new Rounds("ledger", this::commit);

    Ledger(SettlementStore store) {
        this.store = store;
    }

    private record Entry(Settlement settlement, UniEmitter<? super Recorded> caller) {}

    /**
     * @param held false when another replica has taken the delivery over meanwhile; the attempt has its reply all the same
     * @param awaited whether deliveries wait which follow it, or another of its batch
     */
    record Recorded(boolean held, boolean awaited) {}

    Uni<Recorded> record(Settlement settlement) {
        return Uni.createFrom().emitter(caller -> {
            waiting.add(new Entry(settlement, caller));
            rounds.call();
        });
    }

    private Uni<Void> commit() {
        var left = Duration.ofNanos(begunAt - System.nanoTime()).plus(PAUSE).toMillis();
        return left < 1
                ? commitNext()
                : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(left))
                        .chain(this::commitNext);
    }

    private Uni<Void> commitNext() {
        var batch = next();
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        begunAt = System.nanoTime();
        return commit(batch);
    }

    /** Each caller of a batch which failed hears of it, and may try again; the round itself has done its duty. */
    private Uni<Void> commit(List<Entry> batch) {
        if (!waiting.isEmpty()) {
            rounds.call();
        }
        return store.settle(batch.stream().map(Entry::settlement).toList())
                .invoke(settled -> batch.forEach(each -> tell(each, settled)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> tell(batch, failure));
    }

    private static void tell(Entry entry, Settled settled) {
        entry.caller().complete(new Recorded(settled.moved().contains(entry.settlement().delivery().id()), settled.awaited()));
    }

    private static Uni<Void> tell(List<Entry> batch, Throwable failure) {
        batch.forEach(each -> each.caller().fail(failure));
        return Uni.createFrom().voidItem();
    }

    private List<Entry> next() {
        var batch = new ArrayList<Entry>();
        var entry = waiting.poll();
        while (entry != null) {
            batch.add(entry);
            entry = batch.size() < MOST ? waiting.poll() : null;
        }
        return batch;
    }
}

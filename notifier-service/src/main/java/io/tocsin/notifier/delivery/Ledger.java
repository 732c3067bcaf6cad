package io.tocsin.notifier.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Records settlements. Those which come while others are being committed share the next commit; a quiet service waits for nobody. */
@ApplicationScoped
class Ledger {

    private static final int MOST = 500;

    private final SettlementStore store;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final Rounds rounds = new Rounds("ledger", this::commit);

    Ledger(SettlementStore store) {
        this.store = store;
    }

    private record Entry(Settlement settlement, UniEmitter<? super Boolean> caller) {}

    /** False when another replica has taken the delivery over meanwhile; the attempt has its reply all the same. */
    Uni<Boolean> record(Settlement settlement) {
        return Uni.createFrom().emitter(caller -> {
            waiting.add(new Entry(settlement, caller));
            rounds.call();
        });
    }

    private Uni<Void> commit() {
        var batch = next();
        return batch.isEmpty() ? Uni.createFrom().voidItem() : commit(batch);
    }

    /** Each caller of a batch which failed hears of it, and may try again; the round itself has done its duty. */
    private Uni<Void> commit(List<Entry> batch) {
        if (!waiting.isEmpty()) {
            rounds.call();
        }
        return store.settle(batch.stream().map(Entry::settlement).toList())
                .invoke(moved -> batch.forEach(each -> each.caller()
                        .complete(moved.contains(each.settlement().delivery().id()))))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> tell(batch, failure));
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

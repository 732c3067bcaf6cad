package io.tocsin.alerts.evaluation;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

/** What is done again at every tick: a failure is said once, when it begins, and once when it is over. */
public final class BackgroundDuty {

    private final String name;
    private volatile boolean failing;

    public BackgroundDuty(String name) {
        this.name = name;
    }

    public Uni<Void> attempt(Uni<?> work) {
        return work
                .invoke(this::succeeded)
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void succeeded() {
        if (failing) {
            failing = false;
            Log.infof("%s: works again", name);
        }
    }

    private void failed(Throwable failure) {
        if (!failing) {
            failing = true;
            Log.warnf("%s: fails, is tried again at each tick, and says so when it works: %s", name, failure);
        }
    }
}

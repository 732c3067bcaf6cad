package io.tocsin.audit.chain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.tocsin.proof.Link;
import io.vertx.core.Vertx;

/** The places of one transaction in the lines of all chains which it adds to, by organization. */
record Turns(Map<String, Turn> turns) {

    /** Whoever has waited for so long goes on: a line makes it quick, and the lock makes it right. */
    private static final int PATIENCE_SECONDS = 5;

    /** Where its links will be; empty unless that can be told of all. */
    Uni<Optional<Map<String, Position>>> forecast() {
        return whenDone(Turn::forecast).map(done -> foretold());
    }

    private Optional<Map<String, Position>> foretold() {
        var positions = new HashMap<String, Position>();
        turns.forEach((organization, turn) -> turn.forecast()
                .getNow(Optional.empty())
                .ifPresent(position -> positions.put(organization, position)));
        return positions.size() == turns.size() ? Optional.of(positions) : Optional.empty();
    }

    /** Those before it in the lines have the locks, or do not want them any more. */
    Uni<Void> come() {
        return whenDone(Turn::comes);
    }

    /** Goes on in the context of the caller, whoever it was that made it wait. */
    private Uni<Void> whenDone(Function<Turn, CompletableFuture<?>> what) {
        var context = Vertx.currentContext();
        var all = CompletableFuture.allOf(turns.values().stream().map(what).toArray(CompletableFuture[]::new));
        return Uni.createFrom()
                .completionStage(all.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS))
                .emitOn(step -> context.runOnContext(nothing -> step.run()));
    }

    /** It has all locks, and these are its links. */
    void linked(Map<String, Link> links) {
        turns.forEach((organization, turn) -> turn.linked(links.get(organization)));
    }

    void leave() {
        turns.values().forEach(Turn::leave);
    }
}

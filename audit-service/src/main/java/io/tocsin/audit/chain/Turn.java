package io.tocsin.audit.chain;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.tocsin.proof.Link;

/** One link's place in a {@link Line}. */
final class Turn {

    private final Line line;
    private final CompletableFuture<Optional<Position>> forecast;
    private final CompletableFuture<?> comes;
    private final CompletableFuture<Optional<Position>> end = new CompletableFuture<>();

    Turn(Line line, CompletableFuture<Optional<Position>> forecast, CompletableFuture<?> comes) {
        this.line = line;
        this.forecast = forecast;
        this.comes = comes;
    }

    /** Where the link will be unless somebody else comes between; empty when nobody can tell before it has the lock. */
    CompletableFuture<Optional<Position>> forecast() {
        return forecast;
    }

    /** Done when the one before has the lock, or will not ask for it any more. */
    CompletableFuture<?> comes() {
        return comes;
    }

    /** Where the next one begins, once this one has the lock; empty when it has left without. */
    CompletableFuture<Optional<Position>> end() {
        return end;
    }

    boolean wasForetold(Link link) {
        return forecast.getNow(Optional.empty()).filter(Position.of(link)::equals).isPresent();
    }

    /** It has the lock, and this is its link. */
    void linked(Link link) {
        line.grew(this, link);
        end.complete(Optional.of(Position.behind(link)));
    }

    /** It is over, with or without a link. */
    void leave() {
        end.complete(Optional.empty());
    }
}

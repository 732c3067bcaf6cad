package io.tocsin.audit.chain;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.tocsin.proof.Link;

/**
 * The order in which this replica writes to one chain, and so where each link will be while no other replica writes to it. A forecast
 * only: what is right is seen under the lock of the chain, and whoever was told wrongly sees it there.
 */
final class Line {

    private static final CompletableFuture<Optional<Position>> UNKNOWN = completedFuture(Optional.empty());

    private CompletableFuture<Optional<Position>> next = UNKNOWN;
    private CompletableFuture<Optional<Position>> newestEnd = UNKNOWN;

    /** The number of the last link of this replica, and whether nobody else's was before it. */
    private long ours;
    private boolean alone;

    synchronized Turn join(long entries, Instant now) {
        var forecast = alone ? next.thenApply(known -> known.map(position -> position.notBefore(now))) : UNKNOWN;
        var turn = new Turn(this, forecast, newestEnd);
        next = forecast.thenCompose(known -> known.isPresent()
                ? completedFuture(known.map(position -> position.behind(entries)))
                : turn.end());
        newestEnd = turn.end();
        return turn;
    }

    /** After a wrong forecast all that were made from it are wrong: the next is made when the last one in the line has the lock. */
    synchronized void grew(Turn turn, Link link) {
        alone = link.number() == ours + 1;
        ours = link.number();
        if (!turn.wasForetold(link)) {
            next = newestEnd;
        }
    }
}

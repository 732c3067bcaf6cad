package io.tocsin.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Sends what is due, each transport by itself. */
@ApplicationScoped
public class Dispatcher {

    private final List<Line> lines;

    Dispatcher(Transports transports, Channels channels, Desks desks, ClaimStore claims, Courier courier) {
        lines = transports.all()
                .stream()
                .map(transport -> new Line(transport, channels.of(transport.channel()), desks.of(transport), claims, courier))
                .toList();
    }

    /** Something may be due. Returns at once. */
    public void wake() {
        lines.forEach(Line::wake);
    }

    /**
     * Claims what is due on these channels in a transaction which has just accepted some of it, and sends it after the commit: the promise
     * and the attempt cost one commit together. {@link io.tocsin.database.SteadyPlans} are on in that transaction.
     */
    public Uni<Void> claimIn(SqlConnection transaction, Set<String> channels) {
        return Multi.createFrom()
                .iterable(lines)
                .filter(line -> channels.contains(line.channel()))
                .onItem()
                .transformToUniAndConcatenate(line -> line.claimIn(transaction))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The deliveries which this replica sends, or is about to send. */
    Set<UUID> underWay() {
        return lines.stream().flatMap(line -> line.held().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Claims nothing more and waits for what is on its way, each transport for so long; false when that took too long. */
    boolean stop(Duration patience) {
        return lines.stream().map(line -> line.stop(patience)).reduce(true, Boolean::logicalAnd);
    }
}

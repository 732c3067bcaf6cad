package io.tocsin.alerts.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;

/** Where alerts are looked up. */
@ApplicationScoped
public class AlertBook {

    private final AlertQueries queries;
    private final Clock clock;

    AlertBook(AlertQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * The latest starts first.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public Uni<List<Alert>> list(Scope scope, AlertFilter filter, Optional<AlertPlace> after, int max) {
        return queries.list(scope, filter, after, max, clock.instant());
    }

    public Uni<Optional<AlertWithSources>> find(Scope scope, UUID id) {
        var now = clock.instant();
        return queries.find(scope, id, now)
                .chain(alert -> alert.isEmpty() ? none() : withSources(alert.get(), now).map(Optional::of));
    }

    private Uni<AlertWithSources> withSources(Alert alert, Instant now) {
        return queries.sources(alert, now)
                .map(sources -> new AlertWithSources(alert, sources));
    }

    private static Uni<Optional<AlertWithSources>> none() {
        return Uni.createFrom().item(Optional.empty());
    }
}

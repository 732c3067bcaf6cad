package io.tocsin.alerts.alert;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;

/** Where alerts are looked up. */
@ApplicationScoped
public class AlertBook {

    private final AlertLists lists;
    private final AlertQueries queries;
    private final Clock clock;

    AlertBook(AlertLists lists, AlertQueries queries, Clock clock) {
        this.lists = lists;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * The latest starts first.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public Uni<List<Alert>> list(Scope scope, AlertFilter filter, Optional<AlertPlace> after, int max) {
        return lists.list(scope, filter, after.orElseGet(AlertLists::top), max, clock.instant());
    }

    /** The same, each with its sources. */
    public Uni<List<AlertWithSources>> listWithSources(Scope scope, AlertFilter filter, Optional<AlertPlace> after, int max) {
        return list(scope, filter, after, max)
                .chain(this::withSources);
    }

    public Uni<Optional<AlertWithSources>> find(Scope scope, UUID id) {
        return queries.find(scope, id, clock.instant())
                .chain(this::withSources);
    }

    public Uni<Optional<AlertWithSources>> find(Scope scope, long number) {
        return queries.find(scope, number, clock.instant())
                .chain(this::withSources);
    }

    private Uni<Optional<AlertWithSources>> withSources(Optional<Alert> alert) {
        return withSources(alert.stream().toList())
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<AlertWithSources>> withSources(List<Alert> alerts) {
        return alerts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : queries.sources(alerts, clock.instant()).map(sources -> joined(alerts, sources));
    }

    private static List<AlertWithSources> joined(List<Alert> alerts, Map<UUID, List<AlertSource>> sources) {
        return alerts.stream()
                .map(alert -> new AlertWithSources(alert, sources.getOrDefault(alert.id(), List.of())))
                .toList();
    }
}

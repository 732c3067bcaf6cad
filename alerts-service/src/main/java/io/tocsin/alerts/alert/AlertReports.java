package io.tocsin.alerts.alert;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;

/** Where alerts are looked up with everything that is known of them. */
@ApplicationScoped
public class AlertReports {

    private final ReportQueries queries;
    private final Clock clock;

    AlertReports(ReportQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * The latest starts first.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public Uni<List<AlertReport>> list(Scope scope, AlertFilter filter, Optional<AlertPlace> after, int max) {
        return queries.list(scope, filter, after, max)
                .chain(this::withSources);
    }

    public Uni<Optional<AlertReport>> find(Scope scope, long number) {
        return queries.find(scope, number)
                .chain(this::withSources)
                .map(found -> found.stream().findFirst());
    }

    public Uni<Optional<AlertReport>> find(Scope scope, UUID id) {
        return queries.find(scope, id)
                .chain(this::withSources)
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<AlertReport>> withSources(List<AlertReport> alerts) {
        var now = clock.instant();
        return alerts.isEmpty()
                ? Uni.createFrom().item(alerts)
                : queries.sources(alerts, now).map(sources -> joined(alerts, sources));
    }

    private static List<AlertReport> joined(List<AlertReport> alerts, Map<UUID, List<AlertReport.Source>> sources) {
        return alerts.stream()
                .map(alert -> ReportColumns.with(alert, sources.getOrDefault(alert.id(), List.of())))
                .toList();
    }
}

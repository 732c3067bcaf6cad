package io.tocsin.events.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.tocsin.model.result.ResultSource;

/** The tests, agents and monitors which results have told of. */
@ApplicationScoped
public class SeenBook {

    private final SeenStore store;

    SeenBook(SeenStore store) {
        this.store = store;
    }

    public Uni<Optional<SeenTest>> test(Scope scope, String id) {
        return store.test(scope, id);
    }

    /** Seconds between the rounds of those of these tests which said so. */
    public Uni<Map<TestName, Integer>> intervals(Set<TestName> tests) {
        return tests.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : store.intervals(List.copyOf(tests));
    }

    public Uni<Optional<ResultSource>> agent(Scope scope, String id) {
        return store.source(scope, ResultSource.Kind.AGENT, id);
    }

    /** By id, the first thousand. */
    public Uni<List<ResultSource>> monitors(Scope scope) {
        return store.sources(scope, ResultSource.Kind.MONITOR);
    }
}

package io.tocsin.events.result;

import java.util.List;
import java.util.Optional;

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

    public Uni<Optional<ResultSource>> agent(Scope scope, String id) {
        return store.source(scope, ResultSource.Kind.AGENT, id);
    }

    /** By id, the first thousand. */
    public Uni<List<ResultSource>> monitors(Scope scope) {
        return store.sources(scope, ResultSource.Kind.MONITOR);
    }
}

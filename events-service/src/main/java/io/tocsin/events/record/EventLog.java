package io.tocsin.events.record;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.model.Editor;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;

/** Records each event, and announces it to alerts-service in the same transaction. */
@ApplicationScoped
public class EventLog {

    private final GroupCommit commits;
    private final EventRows rows;
    private final AmendmentStore amendments;
    private final List<RecordedListener> listeners;

    EventLog(GroupCommit commits, EventRows rows, AmendmentStore amendments, @All List<RecordedListener> listeners) {
        this.commits = commits;
        this.rows = rows;
        this.amendments = amendments;
        this.listeners = listeners;
    }

    /**
     * Completes after the commit: from then on the event is found, and survives whatever happens. Fails with {@link EventRefused},
     * and then it was not recorded, or with {@link DatabaseUnavailable}, and then it may have been.
     */
    public Uni<Event> record(Scope scope, EventContent content) {
        return record(scope, List.of(content))
                .map(events -> events.get(0));
    }

    /** The same for several, in one commit: all of them or none. They come back in their order. */
    public Uni<List<Event>> record(Scope scope, List<EventContent> contents) {
        return contents.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.createFrom()
                        .deferred(() -> commits.submit(rows.fresh(scope, contents)))
                        .invoke(this::tell);
    }

    private void tell(List<Event> events) {
        listeners.forEach(listener -> events.forEach(listener::recorded));
    }

    /**
     * Words a recorded event anew: its text, its related event and its attributes. Only the audit log is told; the event happened
     * long since.
     */
    public Uni<Void> amend(Editor editor, Event before, Event after) {
        return Uni.createFrom()
                .deferred(() -> amendments.amend(editor, before, after, rows.attributes(after)));
    }
}

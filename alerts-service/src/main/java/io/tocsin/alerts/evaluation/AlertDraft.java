package io.tocsin.alerts.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An alert while an evaluation works on it. */
final class AlertDraft {

    private final UUID id;
    private final boolean isNew;
    private final AlertState stateBefore;
    private final Moment othersEnd;
    private final Map<String, SourceDraft> sources = new LinkedHashMap<>();
    private AlertState state;
    private Span span;
    private boolean changed;

    private AlertDraft(UUID id, boolean isNew, AlertState state, Span span, Moment othersEnd) {
        this.id = id;
        this.isNew = isNew;
        this.stateBefore = state;
        this.state = state;
        this.span = span;
        this.othersEnd = othersEnd;
    }

    /**
     * @param othersEnd the latest end of those of its sources which this evaluation does not look at, null when there are none
     */
    static AlertDraft known(UUID id, AlertState state, Span span, Moment othersEnd) {
        return new AlertDraft(id, false, state, span, othersEnd);
    }

    static AlertDraft opened(UUID id, String source, Violation violation) {
        var draft = new AlertDraft(id, true, AlertState.OPEN, violation.span(), null);
        draft.join(source, violation);
        return draft;
    }

    /** A source of a known alert at which this evaluation looks. */
    void add(SourceDraft source) {
        sources.put(source.source(), source);
    }

    /** Lets its sources follow what became of them, and ends with the last of them. */
    void follow(Map<String, Course> courses) {
        var before = Map.copyOf(sources);
        sources.replaceAll((source, draft) -> draft.following(courses.get(source)));
        if (!sources.equals(before)) {
            changed = true;
            span = new Span(span.start(), sources.values()
                    .stream()
                    .map(source -> source.span().end())
                    .reduce(othersEnd == null ? span.start() : othersEnd, Moment::later));
        }
    }

    /** Takes the violation in; what it touches becomes one with it. */
    void join(String source, Violation violation) {
        sources.merge(source, SourceDraft.of(source, violation), (known, fresh) -> known.with(violation));
        span = span.with(violation.span());
        changed = true;
    }

    /** An alert which was told to have cleared takes in only what is over as well; it never opens again. */
    boolean canJoin(Violation violation, Instant now) {
        return span.touches(violation.span())
                && (isOpen() || !span.with(violation.span()).end().at().isAfter(now));
    }

    void clear() {
        state = AlertState.CLEARED;
        changed = true;
    }

    boolean isOpen() { return state == AlertState.OPEN; }

    boolean isDue(Instant now, Duration settle) {
        return !dueAt(settle).isAfter(now);
    }

    /** A recovery speaks for itself; the edge of a window waits for events which are still on their way. */
    Instant dueAt(Duration settle) {
        return span.end().isEdgeOfWindow() ? span.end().at().plus(settle) : span.end().at();
    }

    UUID id() {
        return id;
    }

    AlertState state() {
        return state;
    }

    Span span() {
        return span;
    }

    Collection<SourceDraft> sources() {
        return sources.values();
    }

    boolean isNew() { return isNew; }

    boolean isChanged() { return changed; }

    boolean hasCleared() {
        return stateBefore == AlertState.OPEN && state == AlertState.CLEARED;
    }
}

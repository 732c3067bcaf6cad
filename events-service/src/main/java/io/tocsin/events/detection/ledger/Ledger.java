package io.tocsin.events.detection.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tocsin.detection.Found;
import io.tocsin.detection.Verdict;
import io.tocsin.detection.life.DetectedEvent;
import io.tocsin.events.detection.FoundEvent.State;
import io.tocsin.events.detection.ledger.Told.Span;
import io.tocsin.events.result.Minutes;

/**
 * Compares a verdict with what people were told. An event to which late results gave another name, because it was found a minute
 * earlier or later, stays the one that it was; one which they took back is withdrawn, and one which was found by results that
 * are judged no more ends.
 */
public final class Ledger {

    private final Map<UUID, Told> ids;
    private final Map<UUID, Told> findings;
    private final Map<UUID, Told> gone = new LinkedHashMap<>();
    private final List<Move> moves = new ArrayList<>();
    private final int recentMinutes;

    /**
     * @param told all events which last, or were over within two days
     * @param recentMinutes for how long after its last failing round people are told of an event
     */
    public Ledger(Collection<Told> told, int recentMinutes) {
        this.ids = told.stream().collect(Collectors.toMap(Told::id, Function.identity()));
        this.findings = told.stream().collect(Collectors.toMap(Told::finding, Function.identity(), Ledger::latest));
        this.recentMinutes = recentMinutes;
    }

    private static Told latest(Told one, Told other) {
        return one.state() == State.WITHDRAWN ? other : one;
    }

    /** What is not as it was, the earliest first. Once only. */
    public List<Move> moves(Verdict verdict, Instant now) {
        var found = verdict.findings()
                .stream()
                .sorted(Comparator.comparingInt((Found one) -> one.event().since()).thenComparing(one -> one.event().id()))
                .toList();
        ids.values().forEach(event -> missing(event, verdict.since()));
        found.forEach(one -> gone.remove(idOf(one)));
        found.forEach(one -> move(known(one), one, now));
        gone.values().forEach(event -> end(event, verdict.since()));
        return moves.stream().map(this::merged).toList();
    }

    /** Until it is found, it is gone. */
    private void missing(Told event, int since) {
        if (event.state() != State.WITHDRAWN && event.span().overAt() >= since) {
            gone.put(event.id(), event);
        }
    }

    private UUID idOf(Found found) {
        var told = findings.get(found.event().id());
        return told == null ? null : told.id();
    }

    /** The same event as it was told, perhaps by another name; null when it is new. */
    private Told known(Found found) {
        var named = findings.get(found.event().id());
        if (named != null) {
            return named;
        }
        var fresh = told(found, null, found.event().id());
        var same = gone.values().stream().filter(fresh::isSame).findFirst().orElse(null);
        if (same != null) {
            gone.remove(same.id());
        }
        return same;
    }

    private void move(Told before, Found found, Instant now) {
        var id = before == null ? freshId(found.event().id()) : before.id();
        var after = told(found, before, id);
        if (!after.isTold() && after.state() != State.MERGED && isRecent(after, now)) {
            after = after.toldAt(now);
        }
        ids.put(id, after);
        if (!after.equals(before)) {
            moves.add(new Move(before, after));
        }
    }

    /** Of an event that kept its id under another name, the name may come back for a second one. */
    private UUID freshId(UUID finding) {
        var id = finding;
        while (ids.containsKey(id)) {
            id = UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8));
        }
        return id;
    }

    private boolean isRecent(Told event, Instant now) {
        return Minutes.of(now) - event.span().until() <= recentMinutes;
    }

    private void end(Told event, int since) {
        if (event.span().detected() >= since) {
            moves.add(new Move(event, event.in(State.WITHDRAWN, event.span().until())));
        } else if (event.isActive()) {
            moves.add(new Move(event, event.in(State.RESOLVED, since)));
        }
    }

    private static Told told(Found found, Told before, UUID id) {
        var event = found.event();
        return new Told(id, event.id(), state(event), event.component(), event.severity(),
                new Span(event.since(), event.until(), event.detected(), found.overAt()), event.flows(),
                Reports.of(found, before == null ? null : before.evidence()), before == null ? null : before.toldAt(),
                before == null || found.event().state() != DetectedEvent.State.MERGED ? null : before.mergedInto());
    }

    private static State state(DetectedEvent event) {
        return switch (event.state()) {
            case ACTIVE -> State.ACTIVE;
            case RESOLVED -> State.RESOLVED;
            case MERGED -> State.MERGED;
        };
    }

    /** Says which event stands for it now: the one with most of its flows. */
    private Move merged(Move move) {
        var event = move.after();
        if (event.state() != State.MERGED || event.mergedInto() != null) {
            return move;
        }
        var heir = ids.values()
                .stream()
                .filter(other -> !other.id().equals(event.id()) && other.state() != State.MERGED && other
                        .state() != State.WITHDRAWN
                        && other.span().meets(event.span()))
                .max(Comparator.comparingLong((Told other) -> common(event, other)).thenComparing(Told::id));
        return heir.map(other -> new Move(move.before(), event.mergedInto(other.id()))).orElse(move);
    }

    private static long common(Told one, Told other) {
        return one.flows().stream().filter(other.flows()::contains).count();
    }
}

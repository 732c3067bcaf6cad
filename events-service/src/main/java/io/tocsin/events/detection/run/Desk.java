package io.tocsin.events.detection.run;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.logging.Log;
import io.tocsin.detection.DetectionSettings;
import io.tocsin.detection.Found;
import io.tocsin.detection.Timeline;
import io.tocsin.detection.flow.Observation;
import io.tocsin.events.detection.lease.Lease;
import io.tocsin.events.detection.ledger.Ledger;
import io.tocsin.events.detection.ledger.Move;
import io.tocsin.events.detection.ledger.Told;
import io.tocsin.events.result.Minutes;

/**
 * What the holder of a lease has in memory of its organization. It is never repaired: after any failure it is thrown away and made anew
 * of what is stored, as another replica would do.
 */
final class Desk {

    private static final int FORGET_MINUTES = 2 * Timeline.REACH_MINUTES;
    private static final int SILENCE_MINUTES = 26 * 60;

    private final Lease lease;
    private final DetectionSettings settings;
    private final Map<UUID, Told> told = new HashMap<>();
    private SortedMap<Integer, byte[]> stored;
    private Timeline timeline;
    private int heard;

    private Desk(Lease lease, DetectionSettings settings, SortedMap<Integer, byte[]> stored, Collection<Told> told) {
        this.lease = lease;
        this.settings = settings;
        this.stored = stored;
        told.forEach(event -> this.told.put(event.id(), event));
    }

    /** As the last holder left it. */
    static Desk of(Lease lease, DetectionSettings settings, Progress progress, SortedMap<Integer, byte[]> checkpoints,
            Collection<Told> told) {
        var desk = new Desk(lease, settings, checkpoints, told);
        if (progress.isBegun()) {
            desk.heard = progress.heard();
            desk.timeline = desk.restored(progress);
        }
        return desk;
    }

    private Timeline restored(Progress progress) {
        try {
            if (!stored.isEmpty()) {
                return Timeline.restored(lease.organization(), settings, progress.first(), progress.next(), stored);
            }
        } catch (UncheckedIOException e) {
            Log.warnf(
                    "detection: the stored states of organization %s are of another release, its last day is judged anew: cause=%s",
                    lease.organization(), e.getMessage());
        }
        return new Timeline(lease.organization(), settings, Math.max(progress.first(), progress.next()
                - Timeline.REACH_MINUTES));
    }

    Lease lease() {
        return lease;
    }

    String organization() {
        return lease.organization();
    }

    /** Whether there is something to judge, which may be only seen from the news when nothing was judged yet. */
    boolean isDue(int target) {
        return timeline == null || timeline.next() <= target;
    }

    /** Goes back to where something is new; begins with the first results there are. */
    void hear(News news, int target) {
        if (news.minutes().isEmpty()) {
            return;
        }
        if (timeline == null && Collections.min(news.minutes()) <= target) {
            var first = Math.max(Collections.min(news.minutes()), target - Timeline.REACH_MINUTES);
            timeline = new Timeline(organization(), settings, first);
        }
        if (timeline != null) {
            heard = Math.max(heard, Collections.max(news.minutes()));
            timeline.changed(news.minutes());
        }
    }

    boolean isBegun() { return timeline != null; }

    /** The minute to judge next. */
    int next() {
        return timeline.next();
    }

    /**
     * @param observations of all minutes from the next one to the last
     * @param target the minute up to which it will be judged in this turn
     */
    void judge(int last, int target, Collection<Observation> observations) {
        var byMinute = observations.stream().collect(Collectors.groupingBy(seen -> Minutes.of(seen.roundId())));
        while (timeline.next() <= last) {
            timeline.judge(byMinute.getOrDefault(timeline.next(), List.of()), target);
        }
    }

    /** What is to be written, now that all is judged. */
    Outcome outcome(News news, int recentMinutes, Instant now) {
        var moves = new Ledger(told.values(), recentMinutes).moves(timeline.verdict(), now);
        var lasting = timeline.checkpoints();
        var fresh = new TreeMap<>(lasting);
        fresh.entrySet().removeIf(state -> stored.get(state.getKey()) == state.getValue());
        stored = lasting;
        moves.forEach(move -> told.put(move.after().id(), move.after()));
        told.values().removeIf(this::isLongOver);
        return new Outcome(lease, progress(), news, lasting.keySet(), fresh, moves);
    }

    private boolean isLongOver(Told event) {
        return event.span().overAt() != Found.LASTS && timeline.next() - event.span().overAt() > FORGET_MINUTES;
    }

    private Progress progress() {
        return isAsleep() ? Progress.NONE : new Progress(timeline.firstMinute(), timeline.next(), heard);
    }

    /** Nothing was heard for so long that everything is forgotten. Results which come again are the first ones. */
    boolean isAsleep() {
        return timeline != null && timeline.next() - heard > SILENCE_MINUTES && lasting() == 0;
    }

    long lasting() {
        return told.values().stream().filter(Told::isActive).count();
    }

    int flows() {
        return timeline == null ? 0 : timeline.flows();
    }

    /**
     * Written in one transaction, under the lease.
     *
     * @param progress {@link Progress#NONE} of an organization which fell asleep
     * @param kept minutes of all checkpoints which are kept
     * @param fresh those which are not stored yet
     */
    record Outcome(Lease lease, Progress progress, News news, Collection<Integer> kept, Map<Integer, byte[]> fresh,
            List<Move> moves) {

        String organization() {
            return lease.organization();
        }
    }
}

package io.tocsin.detection;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

import io.tocsin.detection.flow.Observation;

/**
 * Judges an organization's results by the time of their rounds, whenever they come: what was late takes the state back to before its
 * round, and the minutes since are judged again. The events are those which would have been found had everything come on time. Its
 * owner brings the results of each minute, keeps the checkpoints, and asks for a verdict when it is up to date.
 */
public final class Timeline {

    public static final int REACH_MINUTES = 24 * 60;

    private final String organization;
    private final DetectionSettings settings;
    private final Checkpoints checkpoints = new Checkpoints(REACH_MINUTES);
    private final Map<UUID, Watch> watches = new HashMap<>();
    private Detector detector;
    private int firstMinute;
    private int next;
    private int horizon;
    private int since;

    /** @param firstMinute since 1970; nothing before it is judged, unless results of then come later */
    public Timeline(String organization, DetectionSettings settings, int firstMinute) {
        this.organization = organization;
        this.settings = settings;
        this.firstMinute = firstMinute;
        this.horizon = firstMinute;
        this.since = Integer.MAX_VALUE;
        begin();
    }

    /**
     * Goes on where another one stopped, from the last of its checkpoints.
     *
     * @param nextMinute which that one would have judged next
     * @param checkpoints all that it had
     * @throws UncheckedIOException if the checkpoints are of a version of this code which remembers other things
     */
    public static Timeline restored(String organization, DetectionSettings settings, int firstMinute, int nextMinute,
            SortedMap<Integer, byte[]> checkpoints) {
        var timeline = new Timeline(organization, settings, firstMinute);
        checkpoints.forEach(timeline.checkpoints::restore);
        timeline.horizon = nextMinute;
        timeline.since = nextMinute;
        timeline.goBackTo(nextMinute);
        return timeline;
    }

    /** Of what it only learns from it can say nothing. */
    private void begin() {
        detector = new Detector(organization, settings);
        checkpoints.clear();
        goOnFrom(firstMinute, firstMinute + settings.learningMinutes());
    }

    /** There are results of these minutes now which there were not; of more than 24 hours ago they are too late. */
    public void changed(Collection<Integer> minutes) {
        minutes.stream()
                .filter(minute -> minute < next && minute >= horizon - REACH_MINUTES)
                .min(Integer::compare)
                .ifPresent(this::goBackTo);
    }

    private void goBackTo(int minute) {
        var checkpoint = checkpoints.before(minute);
        if (checkpoint == null) {
            firstMinute = Math.min(firstMinute, minute);
            begin();
        } else {
            detector = Detector.restored(Packed.unpack(checkpoint.getValue()), organization, settings);
            goOnFrom(checkpoint.getKey() + 1, checkpoint.getKey() + 1);
        }
    }

    private void goOnFrom(int minute, int judging) {
        next = minute;
        since = Math.min(since, judging);
        watches.values().removeIf(watch -> watch.lastsUntil(minute));
    }

    /** The minute to judge next; after {@link #changed} it may be one that was judged before. */
    public int next() {
        return next;
    }

    /** Nothing before it was judged. */
    public int firstMinute() {
        return firstMinute;
    }

    /**
     * Judges the next minute.
     *
     * @param observations all there are of rounds which began in it, of repeats the one that counts
     * @param last up to which minute it goes on before somebody asks for a verdict
     */
    public void judge(Collection<Observation> observations, int last) {
        for (var event : detector.judge(next, observations)) {
            watches.computeIfAbsent(event.id(), id -> new Watch()).see(event, detector);
        }
        if (Checkpoints.outlasts(next, last)) {
            checkpoints.add(next, Packed.pack(detector.snapshot()));
        }
        next++;
        horizon = Math.max(horizon, next);
    }

    /** What came of the minutes which were judged since the last time. */
    public Verdict verdict() {
        var verdict = new Verdict(since, watches.values().stream().map(Watch::finding).toList());
        watches.clear();
        checkpoints.add(next - 1, Packed.pack(detector.snapshot()));
        since = next;
        return verdict;
    }

    /** Those which are worth being stored, the oldest first; some minutes are judged again by whoever goes on from them. */
    public SortedMap<Integer, byte[]> checkpoints() {
        return checkpoints.lasting();
    }

    /** How many flows it knows. */
    public int flows() {
        return detector.flows();
    }
}

package io.tocsin.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;

import io.tocsin.detection.Checkpoints.Checkpoint;
import io.tocsin.detection.life.DetectedEvent;

/**
 * Judges an organization's results by the time of their rounds, whenever they come: what was late takes the state back to before its
 * round, and the minutes since are judged again. The events are those which would have been found had everything come on time.
 */
public final class Timeline {

    private static final int REACH_MINUTES = 24 * 60;
    private static final int NOTHING_LATE = Integer.MAX_VALUE;

    private final String organization;
    private final DetectionSettings settings;
    private final ResultHistory history;
    private final int firstMinute;
    private final Checkpoints checkpoints = new Checkpoints(REACH_MINUTES);
    private Map<UUID, DetectedEvent> events = new HashMap<>();
    private Detector detector;
    private int next;
    private int late = NOTHING_LATE;

    /** @param firstMinute since 1970; nothing before it is judged */
    public Timeline(String organization, DetectionSettings settings, ResultHistory history, int firstMinute) {
        this.organization = organization;
        this.settings = settings;
        this.history = history;
        this.firstMinute = firstMinute;
        begin();
    }

    private void begin() {
        detector = new Detector(organization, settings);
        events = new HashMap<>();
        next = firstMinute;
    }

    /** The history knows results of this minute now which it did not; of one more than 24 hours ago it is too late. */
    public void changed(int minute) {
        if (minute >= Math.max(firstMinute, next - REACH_MINUTES)) {
            late = Math.min(late, minute);
        }
    }

    /** Judges all minutes up to this one which were not judged, or of which the results changed. */
    public Verdict advance(int minute) {
        var before = events;
        if (late < next) {
            goBackTo(late);
        }
        late = NOTHING_LATE;
        events = new HashMap<>(events);
        for (; next <= minute; next++) {
            detector.judge(next, history.ofMinute(next)).forEach(event -> events.put(event.id(), event));
            forget();
            remember();
        }
        return verdict(before);
    }

    private void goBackTo(int minute) {
        var checkpoint = checkpoints.before(minute);
        if (checkpoint == null) {
            begin();
        } else {
            detector = Detector.restored(checkpoint.getValue().detector(), organization, settings);
            events = checkpoint.getValue().events();
            next = checkpoint.getKey() + 1;
        }
    }

    private void remember() {
        if (checkpoints.isDue(next)) {
            checkpoints.add(next, new Checkpoint(detector.snapshot(), Map.copyOf(events)));
        }
    }

    private void forget() {
        events.values().removeIf(event -> event.isOver() && next - event.until() > 2 * REACH_MINUTES);
    }

    private Verdict verdict(Map<UUID, DetectedEvent> before) {
        var changed = new ArrayList<DetectedEvent>();
        events.forEach((id, event) -> {
            if (!event.equals(before.get(id))) {
                changed.add(event);
            }
        });
        var withdrawn = new HashSet<UUID>();
        before.forEach((id, event) -> {
            if (!events.containsKey(id) && next - event.until() <= 2 * REACH_MINUTES) {
                withdrawn.add(id);
            }
        });
        return new Verdict(changed, withdrawn);
    }

    /** All events which are running, or were over within the last two days. */
    public Map<UUID, DetectedEvent> events() {
        return Map.copyOf(events);
    }
}

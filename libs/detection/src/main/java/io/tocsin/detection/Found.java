package io.tocsin.detection;

import java.util.List;
import java.util.Map;

import io.tocsin.detection.component.Phase;
import io.tocsin.detection.life.DetectedEvent;

/**
 * An event and what could be seen of it in the minutes which were judged.
 *
 * @param overAt the minute in which it was found to be over, {@link #LASTS} if it is not
 * @param phases what went wrong last, and in how many of its flows
 * @param course its component in these minutes, the oldest first; of an event which was found in them, in the hour before as well.
 *        Of an event that moved to another component each minute shows the one which it had then.
 */
public record Found(DetectedEvent event, int overAt, Map<Phase, Integer> phases, List<Course> course) {

    public static final int LASTS = Integer.MAX_VALUE;

    public Found {
        phases = Map.copyOf(phases);
        course = List.copyOf(course);
    }

    /**
     * A component in one minute.
     *
     * @param minute since 1970
     * @param rounds of its flows which began, without those of flows which are left out as noise
     * @param failures of these
     * @param usual how many would begin to fail by themselves
     */
    public record Course(int minute, int rounds, int failures, double usual) {}
}

package io.tocsin.detection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.tocsin.detection.Found.Course;
import io.tocsin.detection.component.Phase;
import io.tocsin.detection.flow.Strip;
import io.tocsin.detection.life.DetectedEvent;

/** Follows one event while minutes are judged. What it sees in a minute does not depend on when it began to look. */
final class Watch {

    private static final int BEFORE = Strip.MINUTES;
    private static final int NOW = 1;

    private final TreeMap<Integer, Course> course = new TreeMap<>();
    private Map<Phase, Integer> phases = Map.of();
    private DetectedEvent event;
    private int overAt;

    /** @param detector which has just judged a minute, and says this of it */
    void see(DetectedEvent news, Detector detector) {
        event = news;
        overAt = news.isOver() ? detector.minute() : Found.LASTS;
        var isNew = news.detected() == detector.minute();
        detector.course(news.component(), isNew ? BEFORE : NOW).forEach(point -> course.put(point.minute(), point));
        var wrong = detector.phases(news.flows());
        phases = wrong.isEmpty() ? phases : wrong;
    }

    boolean lastsUntil(int minute) {
        return overAt >= minute;
    }

    Found finding() {
        return new Found(event, overAt, phases, List.copyOf(course.values()));
    }
}

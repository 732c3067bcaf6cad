package io.tocsin.events.detection.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.tocsin.detection.Found;
import io.tocsin.detection.component.Phase;
import io.tocsin.events.detection.EvidenceReport;
import io.tocsin.events.detection.EvidenceReport.Point;
import io.tocsin.events.detection.EvidenceReport.Rejected;

/** What a finding says, as it is stored. */
final class Reports {

    private static final int MOST_POINTS = 24 * 60;

    private Reports() {}

    /** @param before what was stored of the same event; null for a new one */
    static EvidenceReport of(Found found, EvidenceReport before) {
        var evidence = found.event().evidence();
        var rejected = evidence.rejected()
                .stream()
                .map(other -> new Rejected(other.component().type().word(), other.component().name(), other.worseBy()))
                .toList();
        return new EvidenceReport(evidence.logOdds(), evidence.threshold(), rejected, phases(found.phases(), before),
                series(found.course(), before));
    }

    private static Map<String, Integer> phases(Map<Phase, Integer> phases, EvidenceReport before) {
        if (phases.isEmpty() && before != null) {
            return before.phases();
        }
        var words = new HashMap<String, Integer>();
        phases.forEach((phase, flows) -> words.put(phase.name().toLowerCase(Locale.ROOT), flows));
        return words;
    }

    /** What was seen now counts; of an event which lasts for more than a day only the first one is drawn. */
    private static List<Point> series(List<Found.Course> course, EvidenceReport before) {
        var points = new TreeMap<Integer, Point>();
        if (before != null) {
            before.series().forEach(point -> points.put(point.minute(), point));
        }
        course.forEach(point -> points.put(point.minute(),
                new Point(point.minute(), point.rounds(), point.failures(), rounded(point.usual()))));
        return points.values().stream().limit(MOST_POINTS).toList();
    }

    private static double rounded(double usual) {
        return Math.round(usual * 1_000) / 1_000.0;
    }
}

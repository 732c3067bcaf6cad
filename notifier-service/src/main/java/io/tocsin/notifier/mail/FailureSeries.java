package io.tocsin.notifier.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.tocsin.model.message.EventNotification.Point;
import io.tocsin.notifier.chart.FailureChart;

/**
 * The rounds of a component minute by minute, in figures and as a picture.
 *
 * @param points at least one, the oldest first
 * @param reader whose numbers and times these are
 */
record FailureSeries(List<Point> points, EventText reader) {

    /** Bars in a picture: 4 pixels for each. */
    private static final int MOST_BARS = 136;

    FailureSeries {
        points = List.copyOf(points);
    }

    /** Empty when there is nothing to draw. */
    static Optional<FailureSeries> of(EventText reader) {
        var points = reader.event().series();
        return points.stream().anyMatch(point -> point.rounds() > 0)
                ? Optional.of(new FailureSeries(points, reader))
                : Optional.empty();
    }

    String sentence() {
        var sum = sum(points.stream().filter(this::isOfEvent).toList());
        return reader.words().failed(sum.failures(), sum.rounds(), percent(rate(sum)), percent(usual()));
    }

    private boolean isOfEvent(Point point) {
        var event = reader.event();
        return !point.at().isBefore(event.startedAt()) && (event.endedAt() == null || !point.at().isAfter(event.endedAt()));
    }

    /** What the picture shows, for those who do not see it. */
    String described() {
        return reader.words()
                .picture(reader.clock(begin()), reader.clock(end()),
                        percent(measured().stream().mapToDouble(FailureSeries::rate).max().orElse(0)),
                        percent(rate(measured().get(measured().size() - 1))), percent(usual()));
    }

    Instant begin() {
        return points.get(0).at();
    }

    Instant end() {
        return points.get(points.size() - 1).at().plus(1, ChronoUnit.MINUTES);
    }

    FailureChart chart() {
        var bars = new ArrayList<FailureChart.Point>();
        int minutes = (points.size() + MOST_BARS - 1) / MOST_BARS;
        var usual = usual();
        for (int from = 0; from < points.size(); from += minutes) {
            var bar = sum(points.subList(from, Math.min(points.size(), from + minutes)));
            usual = bar.rounds() == 0 ? usual : bar.usual() / bar.rounds();
            bars.add(new FailureChart.Point(rate(bar), usual, bar.rounds() > 0));
        }
        return new FailureChart(bars);
    }

    String percent(double share) {
        var percent = share * 100;
        return String.format(reader.reader().language(), percent > 0 && percent < 9.95 ? "%.1f\u00A0%%" : "%.0f\u00A0%%",
                percent);
    }

    private List<Point> measured() {
        return points.stream().filter(point -> point.rounds() > 0).toList();
    }

    private double usual() {
        var sum = sum(points);
        return sum.usual() / sum.rounds();
    }

    private static double rate(Point point) {
        return point.rounds() == 0 ? 0 : (double) point.failures() / point.rounds();
    }

    private static Point sum(List<Point> points) {
        return new Point(points.isEmpty() ? Instant.EPOCH : points.get(0).at(),
                points.stream().mapToInt(Point::rounds).sum(),
                points.stream().mapToInt(Point::failures).sum(),
                points.stream().mapToDouble(Point::usual).sum());
    }
}

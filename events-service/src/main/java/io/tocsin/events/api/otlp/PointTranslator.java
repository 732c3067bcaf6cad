package io.tocsin.events.api.otlp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.tocsin.events.result.Rounds;
import io.tocsin.events.result.TestName;
import io.tocsin.model.Scope;

/** From data points to test results: those of one round, test, layer, source and target are one result. Reads one request. */
final class PointTranslator {

    private static final long NANOS = 1_000_000_000;

    private final Destination destination;
    private final Intervals intervals;
    private final Instant now;
    private final Map<List<Object>, Draft> drafts = new LinkedHashMap<>();
    private final Rejections rejections = new Rejections();

    PointTranslator(Destination destination, Intervals intervals, Instant now) {
        this.destination = destination;
        this.intervals = intervals;
        this.now = now;
    }

    Translation translate(OtlpMetrics metrics) {
        rejections.add("histograms and summaries are no test results", metrics.others());
        metrics.points().forEach(this::add);
        var results = drafts.values()
                .stream()
                .map(draft -> draft.result(now))
                .toList();
        return new Translation(results, rejections);
    }

    private void add(OtlpPoint point) {
        var refusal = refusal(point);
        if (refusal.isPresent()) {
            rejections.add(refusal.get());
        } else {
            add(point, Meaning.of(point.metric()).of(point), destination.of(point).get());
        }
    }

    private Optional<String> refusal(OtlpPoint point) {
        if (Meaning.of(point.metric()) == null) {
            return Optional.of("'%.100s' is no metric of ThousandEyes which says something of a result".formatted(point
                    .metric()));
        }
        return PointIdentity.refusal(point)
                .or(() -> refusalOfValue(point))
                .or(() -> refusalOfTime(point))
                .or(() -> refusalOfDestination(point));
    }

    private static Optional<String> refusalOfValue(OtlpPoint point) {
        return Double.isFinite(point.value())
                ? Optional.empty()
                : Optional.of("'" + point.metric() + "' has no finite value");
    }

    private Optional<String> refusalOfTime(OtlpPoint point) {
        return Rounds.refusal(point.time() / NANOS, now)
                .map(reason -> "the point in time of '" + point.metric() + "' " + reason.replaceFirst(";.*", "")
                        + " (time_unix_nano)");
    }

    private Optional<String> refusalOfDestination(OtlpPoint point) {
        return destination.of(point).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "this credential is not assigned to account group '%.100s' (thousandeyes.account.id); name another with ?aid="
                                .formatted(Destination.account(point)));
    }

    private void add(OtlpPoint point, Meaning meaning, Scope scope) {
        var roundId = roundOf(point, scope);
        var key = Draft.keyOf(scope, point, meaning.layer(), roundId);
        drafts.computeIfAbsent(key, none -> new Draft(scope, point, meaning.layer(), roundId))
                .add(meaning, point);
    }

    /** Agents measure at different seconds of a round; its id is its start. */
    private long roundOf(OtlpPoint point, Scope scope) {
        var said = PointIdentity.interval(point);
        var length = said == null ? intervals.of(new TestName(scope, PointIdentity.testId(point))) : said;
        return point.time() / NANOS / length * length;
    }
}

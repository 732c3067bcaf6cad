package io.tocsin.events.api.otlp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.tocsin.events.result.Rounds;
import io.tocsin.model.Scope;
import io.tocsin.model.result.TestResult;

/** From data points to test results: those of one round, test, layer, source and target are one result. Reads one request. */
final class PointTranslator {

    private static final long NANOS = 1_000_000_000;

    private final Destination destination;
    private final Instant now;
    private final int round;
    private final Map<List<Object>, Draft> drafts = new LinkedHashMap<>();
    private final Rejections rejections = new Rejections();

    /** Where the results of an account group go, named by its id or null: empty where the caller may not post. */
    interface Destination {
        Optional<Scope> of(String accountGroup);
    }

    /** @param round seconds of a round where the test does not say its interval */
    PointTranslator(Destination destination, Instant now, int round) {
        this.destination = destination;
        this.now = now;
        this.round = round;
    }

    List<TestResult> translate(OtlpMetrics metrics) {
        rejections.add("histograms and summaries are no test results", metrics.others());
        metrics.points().forEach(this::add);
        return drafts.values()
                .stream()
                .map(draft -> draft.result(now))
                .toList();
    }

    Rejections rejections() {
        return rejections;
    }

    private void add(OtlpPoint point) {
        var general = Meaning.of(point.metric());
        var account = point.attribute("thousandeyes.account.id");
        if (general == null) {
            rejections.add("'%.100s' is no metric of ThousandEyes which says something of a result".formatted(point.metric()));
        } else if (refusal(point).isPresent()) {
            rejections.add(refusal(point).get());
        } else if (destination.of(account).isEmpty()) {
            rejections.add(
                    "this credential is not assigned to account group '%.100s' (thousandeyes.account.id); name another with ?aid="
                            .formatted(account));
        } else {
            add(point, Draft.meaning(general, point), destination.of(account).get());
        }
    }

    private Optional<String> refusal(OtlpPoint point) {
        return PointIdentity.refusal(point)
                .or(() -> Double.isFinite(point.value())
                        ? Optional.empty()
                        : Optional.of("'" + point.metric() + "' has no finite value"))
                .or(() -> Rounds.refusal(point.time() / NANOS, now)
                        .map(reason -> "the point in time of '" + point.metric() + "' " + reason.replaceFirst(";.*", "")
                                + " (time_unix_nano)"));
    }

    private void add(OtlpPoint point, Meaning meaning, Scope scope) {
        var roundId = roundOf(point, meaning);
        var key = Draft.keyOf(scope, point, meaning.layer(), roundId);
        drafts.computeIfAbsent(key, none -> new Draft(scope, point, meaning.layer(), roundId))
                .add(meaning, point);
    }

    /** Agents measure at different seconds of a round; its id is its start. */
    private long roundOf(OtlpPoint point, Meaning meaning) {
        var interval = PointIdentity.test(point, meaning.layer()).interval();
        var length = interval == null ? round : interval;
        return point.time() / NANOS / length * length;
    }
}

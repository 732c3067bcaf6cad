package io.tocsin.detection.flow;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.tocsin.detection.component.Phase;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;

/**
 * All of a result that detection needs: what it says without regard to the past of its flow. A minute of a large organization has tens
 * of thousands, which are in memory together; of the results themselves, which take ten times as much, none has to be.
 */
public final class Observation {

    private final FlowKey key;
    private final TestRef test;
    private final ResultSource source;
    private final ResultTarget target;
    private final ResultLayer layer;
    private final long roundId;
    private final Phase error;
    private final double[] values;
    private final String proxy;
    private final Route route;

    private Observation(TestResult result) {
        key = FlowKey.of(result);
        test = result.test();
        source = result.source();
        target = result.target();
        layer = result.layer();
        roundId = result.roundId();
        error = Errors.phaseOf(result);
        values = Metric.valuesOf(result);
        proxy = result.measurements().text("proxy").orElse(null);
        route = layer == ResultLayer.PATH_VIS ? Route.of(result).orElse(null) : null;
    }

    public static Observation of(TestResult result) {
        return new Observation(result);
    }

    public static List<Observation> of(Collection<TestResult> results) {
        return results.stream().map(Observation::of).toList();
    }

    /** When the round began, in epoch seconds. */
    public long roundId() {
        return roundId;
    }

    FlowKey key() {
        return key;
    }

    TestRef test() {
        return test;
    }

    ResultSource source() {
        return source;
    }

    ResultTarget target() {
        return target;
    }

    ResultLayer layer() {
        return layer;
    }

    /** What the result itself calls an error; null when it calls nothing so. */
    Phase error() {
        return error;
    }

    /** Of the metric of this place in those of the layer; not a number when it was not measured. */
    double value(int place) {
        return values[place];
    }

    /** The proxy through which it was measured; null when it names none. */
    String proxy() {
        return proxy;
    }

    /** Of a path trace which reached its target; null of all else. */
    Route route() {
        return route;
    }

    /** What is tested: the name server of a DNS server test, else what the test names; empty when nothing does. */
    String targetName() {
        var server = target.server() != null ? target.server() : test.server() != null ? test.server() : test.serverId();
        return Objects.requireNonNullElse(server, "");
    }
}

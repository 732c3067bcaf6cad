package io.tocsin.alerts;

import java.time.Instant;
import java.util.Map;

import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/** Builds results of a test: {@code resultOf("567").from("Oslo").in(3).losing(20)}; rounds are minutes after 12:00. */
public final class AResult {

    /** 2026-03-01T12:00:00Z. */
    private static final long START = 1_772_366_400;

    private final String test;
    private Scope scope = TestSetUp.SCOPE;
    private TestType type = TestType.AGENT_TO_SERVER;
    private ResultLayer layer = ResultLayer.NETWORK;
    private ResultTarget target = ResultTarget.WHOLE_TEST;
    private String source = "Oslo";
    private String server;
    private long round;

    private AResult(String test) {
        this.test = test;
    }

    public static AResult resultOf(String test) {
        return new AResult(test);
    }

    public AResult of(TestType value, ResultLayer itsLayer) {
        type = value;
        layer = itsLayer;
        return this;
    }

    public AResult of(Scope value) {
        scope = value;
        return this;
    }

    public AResult about(ResultTarget value) {
        target = value;
        return this;
    }

    public AResult from(String value) {
        source = value;
        return this;
    }

    /** What is tested; of a BGP test, its prefix. */
    public AResult testing(String value) {
        server = value;
        return this;
    }

    public AResult in(long minute) {
        round = START + 60 * minute;
        return this;
    }

    public TestResult losing(double percent) {
        return measuring(Map.of("loss", percent));
    }

    public TestResult measuring(Map<String, ?> values) {
        var kind = layer == ResultLayer.BGP ? ResultSource.Kind.MONITOR : ResultSource.Kind.AGENT;
        return new TestResult(scope, new TestRef(test, "test " + test, type, 60, null, server), layer,
                new ResultSource("id-of-" + source, source, kind, null, null, null, null), target, round, null,
                Instant.ofEpochSecond(round + 5), Measurements.of(values));
    }
}

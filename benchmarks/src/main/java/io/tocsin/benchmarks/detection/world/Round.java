package io.tocsin.benchmarks.detection.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.tocsin.benchmarks.detection.world.Topology.Agent;
import io.tocsin.benchmarks.detection.world.Topology.Kind;
import io.tocsin.benchmarks.detection.world.Topology.Test;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/** What one agent measures of one test in one round, and how faults spoil it. */
final class Round {

    private static final double UNUSABLE_LOSS = 45;

    private final Test test;
    private final Agent agent;
    private final long start;
    private double latency;
    private double loss;
    private double proxyLoss;
    private double lossBehindProxy;
    private double serverTime;
    private String error = "None";

    Round(Test test, Agent agent, long start, FlowWeather weather, int minute) {
        this.test = test;
        this.agent = agent;
        this.start = start;
        latency = weather.latency(minute);
        loss = weather.loss();
        serverTime = 2 * latency;
    }

    Test test() {
        return test;
    }

    /** What is wrong behind a proxy, packets to the proxy do not see. */
    void spoil(Fault.Shape shape, boolean behindProxy) {
        switch (behindProxy ? shape.symptom() : Symptom.ERROR) {
            case LOSS -> lossBehindProxy = Math.max(lossBehindProxy, shape.strength());
            case LATENCY -> serverTime *= shape.strength();
            default -> spoil(shape.symptom(), shape.strength());
        }
    }

    void spoil(Symptom symptom, double strength) {
        switch (symptom) {
            case ERROR, GATEWAY -> error = error.equals("None") ? "HTTP" : error;
            case REFUSED -> refuse();
            case SLOW -> serverTime *= strength;
            case LATENCY -> latency *= strength;
            case LOSS -> loss = Math.min(100, loss + strength);
            case PROXY_LOSS -> proxyLoss = Math.min(100, proxyLoss + strength);
            case NAMES -> error = "DNS";
        }
    }

    private void refuse() {
        error = error.equals("None") ? "Connect" : error;
        loss = 100;
    }

    List<TestResult> results(boolean withPath) {
        var results = new ArrayList<TestResult>();
        switch (test.kind()) {
            case WEB -> {
                results.add(result(ResultLayer.HTTP_SERVER, web()));
                results.add(result(ResultLayer.NETWORK, network()));
            }
            case NETWORK -> results.add(result(ResultLayer.NETWORK, network()));
            case NAMES -> results.add(result(ResultLayer.DNS_SERVER, names()));
        }
        if (withPath && test.kind() != Kind.NAMES && error.equals("None")) {
            results.add(result(ResultLayer.PATH_VIS, path()));
        }
        return results;
    }

    private boolean isCut() { return Math.max(lossBehindProxy, Math.max(loss, proxyLoss)) > UNUSABLE_LOSS; }

    private Measurements web() {
        var values = new HashMap<String, Object>();
        values.put("errorType", isCut() && error.equals("None") ? "Connect" : error);
        if (values.get("errorType").equals("None")) {
            values.put("responseTime", serverTime * (1 + lossBehindProxy / 20) + latency);
            values.put("responseCode", 200);
        }
        return Measurements.of(values);
    }

    private Measurements network() {
        if (error.equals("DNS")) {
            return Measurements.of(Map.of("errorType", "DNS"));
        }
        var values = new HashMap<String, Object>(Map.of("loss", loss));
        if (loss < 100) {
            values.put("avgLatency", latency);
        }
        if (!test.proxy().isEmpty()) {
            values.put("proxyLoss", proxyLoss);
        }
        return Measurements.of(values);
    }

    private Measurements names() {
        return error.equals("None") && !isCut()
                ? Measurements.of(Map.of("resolutionTime", serverTime))
                : Measurements.of(Map.of("errorDetails", "no answer"));
    }

    private Measurements path() {
        var target = test.target();
        var last = test.proxy().isEmpty()
                ? Map.of("ipAddress", target.address(), "prefix", target.prefix(), "network", "Net (AS " + target.asn() + ")")
                : Map.of("ipAddress", "198.19.0.1", "prefix", "198.19.0.0/24", "network", "Net (AS 64999)");
        var trace = Measurements.NOTHING.with("hops", List.of(Measurements.of(Map.of("ipAddress", "10.0.0.1")), Measurements.of(
                last)));
        return Measurements.of(Map.of("targetIsProxy", !test.proxy().isEmpty(), "server",
                test.proxy().isEmpty() ? target.host() : test.proxy(), "serverIp", last.get("ipAddress")))
                .with("pathTraces", List.of(trace));
    }

    private TestResult result(ResultLayer layer, Measurements measured) {
        var type = switch (test.kind()) {
            case WEB -> TestType.HTTP_SERVER;
            case NETWORK -> TestType.AGENT_TO_SERVER;
            case NAMES -> TestType.DNS_SERVER;
        };
        var ref = new TestRef(test.id(), "Test " + test.id(), type, 60 * test.interval(), null, test.target().host() + ":443");
        var source = new ResultSource(agent.id(), agent.id(), ResultSource.Kind.AGENT, "cloud", agent.country(), agent
                .country(),
                agent.network());
        return new TestResult(new Scope("org", test.accountGroup()), ref, layer, source, null, start, null,
                Instant.ofEpochSecond(start), measured);
    }
}

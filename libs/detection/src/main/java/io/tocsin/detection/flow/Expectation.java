package io.tocsin.detection.flow;

import java.util.Collection;
import java.util.HashMap;

/**
 * How often flows begin to fail by themselves: each one's own past, drawn towards that of its test, which is drawn towards that of the
 * organization. A test which is bad for one agent tends to be bad for all.
 */
final class Expectation {

    static final double OF_ALL = 0.002;

    private static final double OF_ALL_AS_ROUNDS = 10_000;
    private static final double OF_TEST_AS_ROUNDS = 1_000;

    private Expectation() {}

    /** Sets that of each flow, and returns that of the organization. */
    static double update(Collection<Flow> flows, NoiseSettings settings) {
        var all = new OnsetRate();
        var byTest = new HashMap<String, OnsetRate>();
        for (var flow : flows) {
            all.add(flow.own().onsetRate());
            byTest.computeIfAbsent(flow.key().testName(), none -> new OnsetRate()).add(flow.own().onsetRate());
        }
        var ofAll = all.drawnTo(OF_ALL, OF_ALL_AS_ROUNDS);
        for (var flow : flows) {
            flow.own().expect(byTest.get(flow.key().testName()).drawnTo(ofAll, OF_TEST_AS_ROUNDS), settings);
        }
        return ofAll;
    }
}

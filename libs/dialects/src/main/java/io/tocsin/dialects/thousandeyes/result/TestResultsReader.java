package io.tocsin.dialects.thousandeyes.result;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;

/**
 * Reads envelopes as ThousandEyes answers them (wire/thousandeyes.md §7), one or a list of them: {@code {test, results[]}}, with
 * {@code layer} beside them, or in a result, where it is not the test's own. One reader reads one body.
 */
public final class TestResultsReader {

    private final Reception reception;
    private final Complaints complaints = new Complaints();
    private final MeasurementsReader measurements = new MeasurementsReader(complaints);
    private final List<TestResult> results = new ArrayList<>();

    public TestResultsReader(Reception reception) {
        this.reception = reception;
    }

    /** Fails with {@link TestResultsRejected}, which names everything that is wrong. */
    public List<TestResult> read(JsonNode body) {
        if (body.isArray()) {
            for (int at = 0; at < body.size(); at++) {
                envelope(body.get(at), "[" + at + "]");
            }
        } else {
            envelope(body, "");
        }
        complaints.raise();
        return results;
    }

    private void envelope(JsonNode node, String path) {
        var envelope = new Members(node, path, complaints);
        if (!node.isObject()) {
            complaints.add(path.isEmpty() ? "body" : path, "must be an object with test and results, or a list of such");
            return;
        }
        var described = envelope.object("test");
        var test = TestReader.test(described);
        var layer = envelope.word("layer", Layers::named, Layers.WORDS);
        if (!node.path("results").isArray()) {
            envelope.wrong("results", "must be a list");
        }
        var at = 0;
        for (var result : node.path("results")) {
            result(test, layer, result, (path.isEmpty() ? "" : path + ".") + "results[" + at++ + "]");
        }
    }

    private void result(TestRef test, ResultLayer common, JsonNode node, String path) {
        if (!node.isObject()) {
            complaints.add(path, "must be an object");
            return;
        }
        var result = new Members(node, path, complaints);
        var own = result.word("layer", Layers::named, Layers.WORDS);
        var source = TestReader.source(result);
        var roundId = roundId(result);
        var date = result.time("date", reception::time);
        var measured = measurements.read(node, path);
        if (test == null) {
            return;
        }
        var layer = own != null ? own : common != null ? common : Layers.of(test.type());
        var target = TestReader.target(result, layer);
        if (!complaints.any() && source != null && roundId != null) {
            results.add(new TestResult(reception.scope(), test, layer, source, target, roundId, date, reception.now(),
                    ofLayer(layer, measured)));
        }
    }

    private Long roundId(Members result) {
        result.lacks("roundId");
        var roundId = result.wholeNumber("roundId");
        if (roundId != null) {
            reception.refusal(roundId).ifPresent(reason -> result.wrong("roundId", reason));
        }
        return roundId;
    }

    private static Measurements ofLayer(ResultLayer layer, Measurements measured) {
        return layer == ResultLayer.BGP ? BgpRoutes.withHops(measured) : measured;
    }
}

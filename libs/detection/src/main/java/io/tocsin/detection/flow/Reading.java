package io.tocsin.detection.flow;

import io.tocsin.detection.component.Phase;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestResult;

/** Reads results: whether a round fails, and which components its flow passes. */
final class Reading {

    private final MetricSettings metrics;
    private final Members members;
    private final Tagging tagging;

    Reading(MetricSettings metrics, Members members, Tagging tagging) {
        this.metrics = metrics;
        this.members = members;
        this.tagging = tagging;
    }

    /** @param result of a round of the flow that began in this minute */
    void read(TestResult result, Flow flow, int minute) {
        var wrong = wrong(result, flow);
        if (result.layer() == ResultLayer.PATH_VIS) {
            tagging.learn(result, minute);
        } else {
            flow.see(wrong, result.test().interval());
            tag(flow, result);
        }
    }

    /** Null when nothing is. */
    private Phase wrong(TestResult result, Flow flow) {
        var wrong = Errors.phaseOf(result);
        for (var metric : Metric.of(result.layer())) {
            var value = result.measurements().number(metric.measurement);
            if (value.isPresent() && flow.isBeyond(metric, value.getAsDouble(), result.roundId(), metrics)) {
                wrong = Phase.worse(wrong, metric.phase(value.getAsDouble()));
            }
        }
        return wrong;
    }

    private void tag(Flow flow, TestResult result) {
        if (flow.restsOn(tagging.basisOf(result))) {
            return;
        }
        var components = tagging.componentsOf(result);
        if (!components.equals(flow.components())) {
            members.move(flow, components);
        }
    }
}

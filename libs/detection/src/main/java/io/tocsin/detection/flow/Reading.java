package io.tocsin.detection.flow;

import io.tocsin.detection.component.Phase;
import io.tocsin.model.result.ResultLayer;

/** Whether a round fails, and which components its flow passes. */
final class Reading {

    private final MetricSettings metrics;
    private final Members members;
    private final Tagging tagging;

    Reading(MetricSettings metrics, Members members, Tagging tagging) {
        this.metrics = metrics;
        this.members = members;
        this.tagging = tagging;
    }

    /** @param seen in a round of the flow that began in this minute */
    void read(Observation seen, Flow flow, int minute) {
        var wrong = wrong(seen, flow);
        if (seen.layer() == ResultLayer.PATH_VIS) {
            tagging.learn(seen, minute);
        } else {
            flow.see(wrong, seen.test().interval());
            tag(flow, seen);
        }
    }

    /** Null when nothing is. */
    private Phase wrong(Observation seen, Flow flow) {
        var wrong = seen.error();
        var ofLayer = Metric.of(seen.layer());
        for (int place = 0; place < ofLayer.size(); place++) {
            var metric = ofLayer.get(place);
            var value = seen.value(place);
            if (!Double.isNaN(value) && flow.isBeyond(metric, value, seen.roundId(), metrics)) {
                wrong = Phase.worse(wrong, metric.phase(value));
            }
        }
        return wrong;
    }

    private void tag(Flow flow, Observation seen) {
        if (flow.restsOn(tagging.basisOf(seen))) {
            return;
        }
        var components = tagging.componentsOf(seen);
        if (!components.equals(flow.components())) {
            members.move(flow, components);
        }
    }
}

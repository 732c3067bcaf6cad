package io.tocsin.detection.diagnosis;

import java.util.List;
import java.util.Set;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;

/** Says which components are at fault. It remembers nothing but what saves time. */
public final class Diagnostician {

    private final DiagnosisSettings settings;
    private final FlowEvidence evidence = new FlowEvidence();

    public Diagnostician(DiagnosisSettings settings) {
        this.settings = settings;
    }

    /**
     * @param explained flows whose failures running events stand for
     * @param running components of running events, which are preferred by little
     */
    public List<Finding> findings(FlowBook book, Set<Flow> explained, Set<Component> running) {
        return new Diagnosis(book, evidence, running, settings).findings(explained);
    }
}

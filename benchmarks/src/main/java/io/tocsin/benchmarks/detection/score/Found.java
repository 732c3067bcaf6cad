package io.tocsin.benchmarks.detection.score;

import java.util.Set;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.FlowKey;

/**
 * What a detector holds for an event; all minutes are counted from 1970.
 *
 * @param atFirst the component when it was detected
 * @param resolved when it said that it is over
 */
public record Found(Component component, Component atFirst, int since, int until, int detected, int resolved,
        Set<FlowKey> flows) {}

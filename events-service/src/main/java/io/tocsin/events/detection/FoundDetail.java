package io.tocsin.events.detection;

import java.util.List;

/**
 * A detected event with all that one account group may see of it.
 *
 * @param flows which it touches there, by test, agent and target
 */
public record FoundDetail(FoundEvent event, List<FoundFlow> flows, EvidenceReport evidence) {}

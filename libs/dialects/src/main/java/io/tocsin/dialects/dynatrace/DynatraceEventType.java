package io.tocsin.dialects.dynatrace;

/** One kind of event, as {@code GET /api/v2/eventTypes} lists it. */
public record DynatraceEventType(String type, String displayName, DynatraceSeverity severityLevel) {}

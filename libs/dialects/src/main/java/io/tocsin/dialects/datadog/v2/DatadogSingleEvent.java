package io.tocsin.dialects.datadog.v2;

/** The answer of {@code GET /api/v2/events/{event_id}}. */
public record DatadogSingleEvent(DatadogEventItem data) {}

package io.tocsin.dialects.dynatrace;

/**
 * A property that events may have, as {@code GET /api/v2/eventProperties} lists it.
 *
 * @param writable whether an ingest may set it
 * @param filterable whether {@code property.<key>(...)} finds it
 */
public record DynatraceEventProperty(String key, String displayName, String description, boolean writable,
        boolean filterable) {}

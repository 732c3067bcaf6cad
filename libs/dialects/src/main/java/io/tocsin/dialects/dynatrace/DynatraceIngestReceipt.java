package io.tocsin.dialects.dynatrace;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The answer to an ingest: one result per entity, in order. */
public record DynatraceIngestReceipt(int reportCount, List<Result> eventIngestResults) {

    /** @param correlationId null unless the event was stored */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(String correlationId, DynatraceIngestStatus status) {}

    public static DynatraceIngestReceipt of(List<Result> results) {
        return new DynatraceIngestReceipt(results.size(), results);
    }
}

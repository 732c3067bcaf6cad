package io.tocsin.dialects.datadog.v2;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The error body of v2's create alone: JSON:API error objects. */
public record DatadogErrorObjects(List<Problem> errors) {

    public DatadogErrorObjects {
        errors = List.copyOf(errors);
    }

    /** @param status the HTTP status as text; @param title its reason phrase; @param source null when no one place is wrong */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Problem(String status, String title, String detail, Source source) {}

    /** @param pointer JSON Pointer into the request, such as {@code /data/attributes/title} */
    public record Source(String pointer) {}
}

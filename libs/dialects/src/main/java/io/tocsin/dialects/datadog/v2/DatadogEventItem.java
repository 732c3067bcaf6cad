package io.tocsin.dialects.datadog.v2;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An event as v2 shows it. */
public record DatadogEventItem(String type, String id, Attributes attributes) {

    static final String TYPE = "event";

    /**
     * @param message v1's text
     * @param tags sorted, with {@code source:<name>} among them
     * @param timestamp ISO 8601 in UTC
     * @param attributes what {@code @path} searches
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attributes(String message, List<String> tags, String timestamp, Map<String, Object> attributes) {}
}

package io.tocsin.events.api.otlp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;

/** Reads OTLP's JSON, where 64-bit numbers are texts and unknown members are ignored. One reader reads one body. */
final class OtlpJsonReader {

    private final ObjectMapper json;
    private final List<OtlpPoint> points = new ArrayList<>();
    private int others;

    OtlpJsonReader(ObjectMapper json) {
        this.json = json;
    }

    /** Fails with {@link CallFailed}, or as Jackson does for what is no JSON. */
    OtlpMetrics read(byte[] body) throws IOException {
        var root = tree(body);
        if (!root.isObject() || !root.path("resourceMetrics").isMissingNode() && !root.path("resourceMetrics").isArray()) {
            throw new CallFailed(Failure.of(400, "The body must be an object with a list 'resourceMetrics'."));
        }
        for (var ofResource : root.path("resourceMetrics")) {
            var resource = attributes(ofResource.path("resource").path("attributes"));
            for (var ofScope : ofResource.path("scopeMetrics")) {
                ofScope.path("metrics").forEach(metric -> read(metric, resource));
            }
        }
        return new OtlpMetrics(points, others);
    }

    private JsonNode tree(byte[] body) throws IOException {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CallFailed(Failure.of(400, "The body is not valid JSON: " + e.getOriginalMessage()));
        }
    }

    private void read(JsonNode metric, Attributes resource) {
        for (var kind : List.of("gauge", "sum")) {
            metric.path(kind).path("dataPoints").forEach(point -> add(metric, resource, point));
        }
        for (var kind : List.of("histogram", "exponentialHistogram", "summary")) {
            others += metric.path(kind).path("dataPoints").size();
        }
    }

    private void add(JsonNode metric, Attributes resource, JsonNode point) {
        var value = point.hasNonNull("asDouble") ? point.path("asDouble") : point.path("asInt");
        points.add(new OtlpPoint(metric.path("name").asText(), metric.path("unit").asText(), resource,
                attributes(point.path("attributes")), value.asDouble(Double.NaN), point.path("timeUnixNano").asLong()));
    }

    private static Attributes attributes(JsonNode attributes) {
        var read = new Attributes();
        attributes.forEach(attribute -> read.put(attribute.path("key").asText(), () -> text(attribute.path("value"))));
        return read;
    }

    private static String text(JsonNode value) {
        if (value.has("arrayValue")) {
            var texts = new StringJoiner(" ");
            value.path("arrayValue").path("values").forEach(element -> texts.add(plain(element)));
            return texts.toString();
        }
        return plain(value);
    }

    private static String plain(JsonNode value) {
        for (var kind : List.of("stringValue", "intValue", "doubleValue", "boolValue")) {
            if (value.hasNonNull(kind)) {
                return value.path(kind).asText();
            }
        }
        return "";
    }
}

package io.tocsin.dialects.datadog.v2;

import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.dialects.datadog.DatadogRejected;
import io.tocsin.dialects.datadog.JsonBody;

/** The body of a search; one which is empty or null asks for all defaults. Members nobody knows are not looked at. */
final class SearchBody {

    private final JsonNode body;

    private SearchBody(JsonNode body) {
        this.body = body;
    }

    static SortedMap<String, String> read(byte[] bytes) {
        var json = JsonBody.read(bytes);
        if (!isAbsent(json) && !json.isObject()) {
            throw DatadogRejected.invalid("The request body must be a JSON object, not " + JsonBody.kindOf(json) + ".");
        }
        return new SearchBody(json).given();
    }

    private SortedMap<String, String> given() {
        var given = new TreeMap<String, String>();
        for (var name : SearchParameters.ALL) {
            var value = value(SearchParameters.dotted(name));
            if (!value.isBlank()) {
                given.put(name, value);
            }
        }
        return given;
    }

    private String value(String path) {
        var node = body;
        for (var step : path.split("\\.")) {
            if (!isAbsent(node) && !node.isObject()) {
                throw DatadogSearchReader.invalid(path.substring(0, path.indexOf('.')), "must be an object, not "
                        + JsonBody.kindOf(node));
            }
            node = node.path(step);
        }
        if (isAbsent(node)) {
            return "";
        }
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw DatadogSearchReader.invalid(path, "must be a string or a whole number, not " + JsonBody.kindOf(node));
        }
        return node.asText();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}

package io.tocsin.dialects.thousandeyes.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.model.result.Measurements;

/**
 * Whatever a result says besides which result it is, under ThousandEyes' own names: numbers, texts, booleans and lists of texts as
 * values, lists of objects as parts, the members of {@code headers} among the others.
 */
final class MeasurementsReader {

    /** They say which result it is, or link to it. */
    private static final Set<String> NOT_MEASURED = Set.of("_links", "agent", "monitor", "date", "direction", "endTime",
            "layer",
            "prefixId", "roundId", "serverId", "startTime");

    /** Always numbers, wherever they stand; an expression asks them for more or less. */
    private static final Set<String> NUMBERS = Set.of("loss", "avgLatency", "minLatency", "maxLatency", "jitter", "latency",
            "pdv",
            "mos", "discards", "responseCode", "dnsTime", "connectTime", "sslTime", "waitTime", "receiveTime", "responseTime",
            "totalTime", "throughput", "wireSize", "pageLoadTime", "domLoadTime", "transactionTime", "apiTransactionTime",
            "completion", "resolutionTime", "reachability", "pathChanges", "updates", "availability", "numRedirects");

    private static final int DEEPEST = 4;
    private static final int LONGEST_NAME = 100;

    private final Complaints complaints;

    MeasurementsReader(Complaints complaints) {
        this.complaints = complaints;
    }

    Measurements read(JsonNode object, String path) {
        return read(object, path, 1);
    }

    private Measurements read(JsonNode object, String path, int depth) {
        var values = new LinkedHashMap<String, Object>();
        var parts = new LinkedHashMap<String, List<Measurements>>();
        object.properties().forEach(member -> read(member, path + "." + member.getKey(), values, parts, depth));
        return new Measurements(values, parts);
    }

    private void read(Map.Entry<String, JsonNode> member, String path, Map<String, Object> values,
            Map<String, List<Measurements>> parts, int depth) {
        var name = member.getKey();
        var value = member.getValue();
        if (value.isNull() || depth == 1 && NOT_MEASURED.contains(name)) {
            return;
        }
        if (name.length() > LONGEST_NAME) {
            complaints.add(path, "must have a name of at most " + LONGEST_NAME + " characters");
        } else if (value.isContainerNode()) {
            container(name, value, path, values, parts, depth);
        } else {
            scalar(name, value, path, values);
        }
    }

    private void scalar(String name, JsonNode value, String path, Map<String, Object> values) {
        if (NUMBERS.contains(name) && !value.isNumber()) {
            complaints.add(path, "must be a number");
        } else if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
            complaints.add(path, "must be a number that is not endless");
        } else if (value.isNumber()) {
            values.put(name, value.doubleValue());
        } else {
            values.put(name, value.isBoolean() ? (Object) value.booleanValue() : value.asText());
        }
    }

    private void container(String name, JsonNode value, String path, Map<String, Object> values,
            Map<String, List<Measurements>> parts, int depth) {
        if (NUMBERS.contains(name)) {
            complaints.add(path, "must be a number");
        } else if (depth == DEEPEST) {
            complaints.add(path, "is nested deeper than " + DEEPEST + " levels");
        } else if (name.equals("headers") && value.isObject()) {
            values.putAll(read(value, path, depth + 1).values());
        } else if (value.isObject()) {
            parts.put(name, List.of(read(value, path, depth + 1)));
        } else if (!value.isEmpty() && value.get(0).isObject()) {
            parts.put(name, parts(value, path, depth));
        } else if (!value.isEmpty() && value.get(0).isValueNode()) {
            values.put(name, texts(value));
        }
    }

    private List<Measurements> parts(JsonNode list, String path, int depth) {
        var parts = new ArrayList<Measurements>();
        for (var part : list) {
            var at = path + "[" + parts.size() + "]";
            if (!part.isObject()) {
                complaints.add(at, "must be an object");
            }
            parts.add(read(part, at, depth + 1));
        }
        return parts;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}

package io.tocsin.dialects.thousandeyes.result;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestResult;

/** Writes results as ThousandEyes does (wire/thousandeyes.md §7), and as {@link TestResultsReader} reads them. */
public final class TestResultsWriter {

    /** Beyond it a double does not tell neighbours apart. */
    private static final double EXACT = 1L << 53;

    private TestResultsWriter() {}

    /** What is absent in the result is absent in its JSON. */
    public static Map<String, Object> write(TestResult result) {
        var members = new LinkedHashMap<String, Object>();
        source(result.source(), members);
        members.put("date", result.date().truncatedTo(ChronoUnit.SECONDS));
        members.put("roundId", result.roundId());
        members.put("startTime", result.roundId());
        if (result.test().interval() != null) {
            members.put("endTime", result.roundId() + result.test().interval());
        }
        target(result.target(), members);
        members.putAll(measured(result.layer(), result.measurements()));
        if (result.layer() == ResultLayer.HTTP_SERVER) {
            withHeaders(members);
        }
        return members;
    }

    private static void source(ResultSource source, Map<String, Object> members) {
        var word = source.kind() == ResultSource.Kind.MONITOR ? "monitor" : "agent";
        var described = new LinkedHashMap<String, Object>();
        put(described, word + "Id", source.id());
        put(described, word + "Name", source.name());
        put(described, word + "Type", source.type());
        put(described, "location", source.location());
        put(described, "countryId", source.countryId());
        put(described, "network", source.network());
        members.put(word, described);
    }

    private static void target(ResultTarget target, Map<String, Object> members) {
        put(members, "serverId", target.serverId());
        put(members, "server", target.server());
        put(members, "prefixId", target.prefixId());
        put(members, "prefix", target.prefix());
        put(members, "direction", target.direction() == null ? null : target.direction().word());
    }

    private static Map<String, Object> measured(ResultLayer layer, Measurements measurements) {
        var members = new LinkedHashMap<String, Object>();
        measurements.values().forEach((name, value) -> members.put(name, value(layer, name, value)));
        measurements.children().forEach((name, parts) -> members.put(name, parts(layer, parts)));
        if (members.containsKey("routes")) {
            members.remove("bgpHops");
        }
        return members;
    }

    private static List<Map<String, Object>> parts(ResultLayer layer, List<Measurements> parts) {
        return parts.stream().map(part -> measured(layer, part)).toList();
    }

    private static Object value(ResultLayer layer, String name, Object value) {
        if (!(value instanceof Double number)) {
            return value;
        }
        var isWhole = WholeNumbers.in(layer, name) || number == Math.rint(number);
        return isWhole && Math.abs(number) < EXACT ? (Object) Math.round(number) : number;
    }

    private static void withHeaders(Map<String, Object> members) {
        var headers = new LinkedHashMap<String, Object>();
        for (var name : List.of("requestHeaders", "responseHeaders")) {
            put(headers, name, members.remove(name));
        }
        if (!headers.isEmpty()) {
            members.put("headers", headers);
        }
    }

    private static void put(Map<String, Object> members, String name, Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}

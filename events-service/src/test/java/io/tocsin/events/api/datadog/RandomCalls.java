package io.tocsin.events.api.datadog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls of Datadog's endpoints with parameters and bodies of their schemas, most of which are wrong somewhere. */
final class RandomCalls {

    /** @param body null for none */
    record Call(String method, String path, byte[] body) {

        @Override
        public String toString() {
            return method + " " + path + (body == null ? "" : "\n" + new String(body, StandardCharsets.UTF_8));
        }
    }

    private static final List<String> V1_PARAMETERS = List.of("start", "end", "priority", "sources", "tags", "unaggregated",
            "exclude_aggregate", "page", "nobody");
    private static final List<String> V2_PARAMETERS = List.of("filter[query]", "filter[from]", "filter[to]", "sort",
            "page[cursor]", "page[limit]", "options[timezone]", "options[timeOffset]", "filter", "nobody");
    private static final List<String> VALUES = List.of("", "1", "0", "-1", "2", "1000", "1001", "now", "now-15m", "now/d",
            "now-1d/d", "now-999999999y", "normal", "low", "true", "True", "false", "timestamp", "-timestamp", "*", "a b",
            "a:b",
            "status:error", "@a.b:[1 TO 2]", "(", "\"", "a OR", "timestamp:>now", "host:*", "@evt.uid:x", "@priority:<3",
            "-a,b",
            "-", ",", "UTC", "UTC+1", "Europe/Paris", "2026-01-31T12:00:00Z", "2026-01-31T12:00:00 01:00", "1769731200000",
            "1e999", "-9223372036854775808", "9223372036854775807", "99999999999999999999", "\u0000", "\uD83D\uDD14", "null",
            "eyJzdGFydEF0IjoiIn0", "AAAAAAAAAAAAAAAAAAAAAAAA", "%", "x".repeat(2000));
    private static final List<String> RAW = List.of("%FF", "%00", "%C3%28", "%ED%A0%80", "+", "%2B", "%25", "%26", "%3D", ";",
            "=");

    /** Members of answers which name something that exists. */
    private static final Set<String> NAMES = Set.of("after", "uid", "id", "id_str");
    private static final int MOST_LEARNT = 200;

    private final Random random;
    private final RandomBodies bodies;
    private final List<String> learnt = new ArrayList<>();

    RandomCalls(Random random) {
        this.random = random;
        this.bodies = new RandomBodies(random);
    }

    Call next() {
        return switch (random.nextInt(12)) {
            case 0 -> new Call("GET", "/api/v1/events/" + id(), null);
            case 1, 2 -> new Call("GET", "/api/v1/events?" + query(V1_PARAMETERS, "start=1&end=2000000000&"), null);
            case 3, 4 -> new Call("GET", "/api/v2/events?" + query(V2_PARAMETERS, ""), null);
            case 5 -> new Call("GET", "/api/v2/events/" + id(), null);
            case 6 -> new Call("POST", "/api/v1/events", bodies.event());
            case 7 -> new Call(random.nextBoolean() ? "POST" : "PUT", "/api/v1/comments" + maybeId(), bodies.comment());
            case 8 -> new Call("POST", "/api/v2/events/search?" + query(V2_PARAMETERS, ""), bodies.search());
            case 9 -> new Call("POST", "/api/v2/events", bodies.change());
            case 10 -> new Call("POST", "/api/v2/events", bodies.alert());
            default -> new Call(oneOf(List.of("DELETE", "PUT", "PATCH", "GET")),
                    oneOf(List.of("/api/v1/events/1", "/api/v1/validate", "/api/v2/events", "/api/v2/events/search",
                            "/api/v1/x")),
                    null);
        };
    }

    /** From now on calls also ask for what an answer named, such as the next page, or for something very like it. */
    void learn(JsonNode answer) {
        for (var members = answer.fields(); members.hasNext();) {
            var member = members.next();
            if (NAMES.contains(member.getKey()) && member.getValue().isValueNode() && learnt.size() < MOST_LEARNT) {
                learnt.add(member.getValue().asText());
            }
        }
        answer.forEach(this::learn);
    }

    private String query(List<String> names, String usual) {
        var parameters = new ArrayList<String>();
        for (int n = random.nextInt(5); n > 0; n--) {
            var name = random.nextInt(20) == 0 ? value() : encoded(oneOf(names));
            parameters.add(name + (random.nextInt(30) == 0 ? "" : "=" + value()));
        }
        return (random.nextInt(4) == 0 ? "" : usual) + String.join("&", parameters);
    }

    private String maybeId() {
        return random.nextBoolean() ? "" : "/" + id();
    }

    private String id() {
        return value() + (random.nextInt(20) == 0 ? "/" + value() : "");
    }

    private String value() {
        if (random.nextInt(4) == 0 && !learnt.isEmpty()) {
            return encoded(random.nextBoolean() ? oneOf(learnt) : likeOneOf(learnt));
        }
        return random.nextInt(8) == 0 ? oneOf(RAW) : encoded(oneOf(VALUES));
    }

    /** One character of it is another. */
    private String likeOneOf(List<String> words) {
        var word = new StringBuilder(oneOf(words));
        if (word.length() > 0) {
            word.setCharAt(random.nextInt(word.length()), (char) ('0' + random.nextInt('z' - '0')));
        }
        return word.toString();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Each byte, so that no URL parser on the way can object. */
    private static String encoded(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> character.matches("[A-Za-z0-9._-]") ? character : percent(character))
                .collect(Collectors.joining());
    }

    private static String percent(String character) {
        var encoded = new StringBuilder();
        for (var octet : character.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(octet));
        }
        return encoded.toString();
    }
}

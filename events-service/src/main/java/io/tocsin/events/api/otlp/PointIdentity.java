package io.tocsin.events.api.otlp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.tocsin.model.result.Direction;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestType;

/** Which test, source and target the attributes of a point name. */
final class PointIdentity {

    private static final String TEST = "thousandeyes.test.";
    private static final String AGENT = "thousandeyes.source.agent.";
    private static final String MONITOR = "thousandeyes.monitor.";
    private static final String TARGET_AGENT = "thousandeyes.target.agent.";
    private static final int LONGEST = 300;

    /** What makes the key of a result, or is kept with the test; longer than this no real one is. */
    private static final List<String> SHORT = List.of(TEST + "id", AGENT + "id", MONITOR + "id", "network.prefix",
            "server.address",
            TEST + "name", AGENT + "name", MONITOR + "name", AGENT + "location", MONITOR + "location");

    private PointIdentity() {}

    /** Why the point cannot be told which result it is of; empty when it can. */
    static Optional<String> refusal(OtlpPoint point) {
        if (testId(point) == null) {
            return Optional.of("'" + point.metric() + "' lacks the attribute thousandeyes.test.id");
        }
        if (point.attribute(AGENT + "id", MONITOR + "id") == null) {
            return Optional.of("'" + point.metric()
                    + "' lacks the attribute thousandeyes.source.agent.id (or thousandeyes.monitor.id)");
        }
        return SHORT.stream()
                .filter(name -> point.attribute(name) != null && point.attribute(name).length() > LONGEST)
                .findFirst()
                .map(name -> name + " has more than " + LONGEST + " characters");
    }

    static TestRef test(OtlpPoint point, ResultLayer layer) {
        var address = point.attribute("server.address", TARGET_AGENT + "name");
        var port = point.attribute("server.port");
        return new TestRef(testId(point), point.attribute(TEST + "name"), type(point, layer), interval(point),
                point.attribute(TARGET_AGENT + "id"),
                address == null || port == null ? address : address + ":" + port);
    }

    /** Null when the point does not say it. */
    static String testId(OtlpPoint point) {
        return point.attribute(TEST + "id");
    }

    /** Seconds; null when the point does not say it, as those of ThousandEyes never do. */
    static Integer interval(OtlpPoint point) {
        var text = point.attribute(TEST + "interval");
        return text != null && text.matches("0*[1-9]\\d{0,4}") ? Integer.valueOf(text) : null;
    }

    /** As the point says, or else the type whose results have this layer. */
    static TestType type(OtlpPoint point, ResultLayer layer) {
        var word = point.attribute(TEST + "type");
        var named = word == null ? Optional.<TestType>empty() : TestType.named(word.toLowerCase(Locale.ROOT).replace(' ', '-'));
        var type = named.orElseGet(() -> usual(point, layer));
        return "endpoint".equals(point.attribute(TEST + "domain")) ? ofEndpoint(type) : type;
    }

    private static TestType ofEndpoint(TestType type) {
        return switch (type) {
            case HTTP_SERVER -> TestType.ENDPOINT_HTTP_SERVER;
            case AGENT_TO_SERVER -> TestType.ENDPOINT_NETWORK_SERVER;
            default -> type;
        };
    }

    private static TestType usual(OtlpPoint point, ResultLayer layer) {
        if (layer == ResultLayer.NETWORK) {
            return point.attribute(TARGET_AGENT + "id") == null ? TestType.AGENT_TO_SERVER : TestType.AGENT_TO_AGENT;
        }
        return TestType.named(layer.word()).orElse(TestType.AGENT_TO_SERVER);
    }

    static ResultSource source(OtlpPoint point) {
        var isAgent = point.attribute(AGENT + "id") != null;
        var prefix = isAgent ? AGENT : MONITOR;
        return new ResultSource(point.attribute(prefix + "id"), point.attribute(prefix + "name"),
                isAgent ? ResultSource.Kind.AGENT : ResultSource.Kind.MONITOR, null, point.attribute(prefix + "location"),
                point.attribute(prefix + "geo.country.iso_code"), null);
    }

    static ResultTarget target(OtlpPoint point, ResultLayer layer) {
        return switch (layer) {
            case BGP -> ResultTarget.ofPrefix(null, point.attribute("network.prefix"));
            case DNS_SERVER -> ResultTarget.ofServer(null, point.attribute("server.address"));
            case NETWORK -> ResultTarget.of(direction(point.attribute("network.io.direction")));
            default -> ResultTarget.WHOLE_TEST;
        };
    }

    private static Direction direction(String word) {
        return word == null
                ? null
                : switch (word.toLowerCase(Locale.ROOT)) {
                    case "transmit" -> Direction.TO_TARGET;
                    case "receive" -> Direction.FROM_TARGET;
                    default -> Direction.named(word.toLowerCase(Locale.ROOT)).orElse(null);
                };
    }

    /** The numbers in {@code 64500 64501} or {@code AS64500, AS64501}. */
    static List<Long> asPath(OtlpPoint point) {
        var path = point.attribute("network.as.path");
        return path == null
                ? List.of()
                : Stream.of(path.split("\\D+"))
                        .filter(number -> number.matches("\\d{1,10}"))
                        .map(Long::valueOf)
                        .limit(LONGEST)
                        .toList();
    }
}

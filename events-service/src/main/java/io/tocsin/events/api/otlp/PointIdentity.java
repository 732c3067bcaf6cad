package io.tocsin.events.api.otlp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.tocsin.model.StorableText;
import io.tocsin.model.result.Direction;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestType;

/** Which test, source and target the attributes of a point name. */
final class PointIdentity {

    private static final int LONGEST = 300;
    private static final Predicate<String> SECONDS = Pattern.compile("0*[1-9]\\d{0,4}").asMatchPredicate();

    /** What makes the key of a result, or is kept with the test; longer than this no real one is. */
    private static final List<Attribute> SHORT = List.of(Attribute.TEST_ID, Attribute.AGENT_ID, Attribute.MONITOR_ID,
            Attribute.PREFIX, Attribute.SERVER_ADDRESS, Attribute.TEST_NAME, Attribute.AGENT_NAME, Attribute.MONITOR_NAME,
            Attribute.AGENT_LOCATION, Attribute.MONITOR_LOCATION);

    private PointIdentity() {}

    /** Why the point cannot be told which result it is of; empty when it can. */
    static Optional<String> refusal(OtlpPoint point) {
        if (testId(point) == null) {
            return Optional.of("'" + point.metric() + "' lacks the attribute thousandeyes.test.id");
        }
        if (point.attribute(Attribute.AGENT_ID, Attribute.MONITOR_ID) == null) {
            return Optional.of("'" + point.metric()
                    + "' lacks the attribute thousandeyes.source.agent.id (or thousandeyes.monitor.id)");
        }
        for (var attribute : SHORT) {
            if (isTooLong(point.attribute(attribute))) {
                return Optional.of(attribute.wireName() + " has more than " + LONGEST + " characters");
            }
        }
        return Optional.empty();
    }

    private static boolean isTooLong(String value) {
        return value != null && value.length() > LONGEST;
    }

    static TestRef test(OtlpPoint point, ResultLayer layer) {
        var address = point.attribute(Attribute.SERVER_ADDRESS, Attribute.TARGET_AGENT_NAME);
        var port = point.attribute(Attribute.SERVER_PORT);
        return new TestRef(testId(point), point.attribute(Attribute.TEST_NAME), type(point, layer), interval(point),
                point.attribute(Attribute.TARGET_AGENT_ID),
                address == null || port == null ? address : address + ":" + port);
    }

    /** Null when the point does not say it. */
    static String testId(OtlpPoint point) {
        return StorableText.of(point.attribute(Attribute.TEST_ID));
    }

    /** Seconds; null when the point does not say it, as those of ThousandEyes never do. */
    static Integer interval(OtlpPoint point) {
        var text = point.attribute(Attribute.TEST_INTERVAL);
        return text != null && SECONDS.test(text) ? Integer.valueOf(text) : null;
    }

    /** As the point says, or else the type whose results have this layer. */
    static TestType type(OtlpPoint point, ResultLayer layer) {
        var word = point.attribute(Attribute.TEST_TYPE);
        var named = word == null ? Optional.<TestType>empty() : TestType.named(word.toLowerCase(Locale.ROOT).replace(' ', '-'));
        var type = named.orElseGet(() -> usual(point, layer));
        return "endpoint".equals(point.attribute(Attribute.TEST_DOMAIN)) ? ofEndpoint(type) : type;
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
            return point.attribute(Attribute.TARGET_AGENT_ID) == null ? TestType.AGENT_TO_SERVER : TestType.AGENT_TO_AGENT;
        }
        return TestType.named(layer.word()).orElse(TestType.AGENT_TO_SERVER);
    }

    static ResultSource source(OtlpPoint point) {
        return sourceKind(point) == ResultSource.Kind.AGENT
                ? new ResultSource(sourceId(point), point.attribute(Attribute.AGENT_NAME), ResultSource.Kind.AGENT, null,
                        point.attribute(Attribute.AGENT_LOCATION), point.attribute(Attribute.AGENT_COUNTRY), null)
                : new ResultSource(sourceId(point), point.attribute(Attribute.MONITOR_NAME), ResultSource.Kind.MONITOR, null,
                        point.attribute(Attribute.MONITOR_LOCATION), point.attribute(Attribute.MONITOR_COUNTRY), null);
    }

    static ResultSource.Kind sourceKind(OtlpPoint point) {
        return point.attribute(Attribute.AGENT_ID) == null ? ResultSource.Kind.MONITOR : ResultSource.Kind.AGENT;
    }

    static String sourceId(OtlpPoint point) {
        return StorableText.of(point.attribute(Attribute.AGENT_ID, Attribute.MONITOR_ID));
    }

    static ResultTarget target(OtlpPoint point, ResultLayer layer) {
        return switch (layer) {
            case BGP -> ResultTarget.ofPrefix(null, point.attribute(Attribute.PREFIX));
            case DNS_SERVER -> ResultTarget.ofServer(null, point.attribute(Attribute.SERVER_ADDRESS));
            case NETWORK -> ResultTarget.of(direction(point.attribute(Attribute.DIRECTION)));
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
        var path = point.attribute(Attribute.AS_PATH);
        return path == null
                ? List.of()
                : Stream.of(path.split("\\D+"))
                        .filter(number -> number.matches("\\d{1,10}"))
                        .map(Long::valueOf)
                        .limit(LONGEST)
                        .toList();
    }
}

package io.tocsin.dialects.thousandeyes.result;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tocsin.model.result.Direction;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestType;

/** Which test, source and target a result is of; each is null when the request does not say so as it must, which is then noted. */
final class TestReader {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TARGET = 300;
    private static final long LONGEST_INTERVAL = 86_400;

    private static final String TYPES = words(TestType.values(), type -> ((TestType) type).word());
    private static final String DIRECTIONS = words(Direction.values(), direction -> ((Direction) direction).word());

    private TestReader() {}

    private static String words(Object[] all, Function<Object, String> word) {
        return Arrays.stream(all).map(word).collect(Collectors.joining(", "));
    }

    static TestRef test(Members test) {
        var id = test.required("testId", LONGEST_ID);
        test.lacks("type");
        var type = test.word("type", TestType::named, TYPES);
        var interval = test.wholeNumber("interval");
        if (interval != null && (interval <= 0 || interval > LONGEST_INTERVAL)) {
            interval = test.wrong("interval", "must be 1 to " + LONGEST_INTERVAL + " seconds");
        }
        var name = test.text("testName", LONGEST_NAME);
        var server = target(test);
        return id == null || type == null
                ? null
                : new TestRef(id, name, type, interval == null ? null : interval.intValue(), test.text("serverId", LONGEST_ID),
                        server);
    }

    /** What is tested, which tests of different types call differently; of a BGP test its prefix. */
    private static String target(Members test) {
        return Stream.of(test.text("server", LONGEST_TARGET), test.text("url", LONGEST_NAME), test.text("prefix",
                LONGEST_TARGET))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static ResultSource source(Members result) {
        var monitor = result.object("monitor");
        if (monitor.isPresent()) {
            return source(monitor, "monitor", ResultSource.Kind.MONITOR);
        }
        var agent = result.object("agent");
        return agent.isPresent()
                ? source(agent, "agent", ResultSource.Kind.AGENT)
                : result.wrong("agent", "must be given, or a monitor");
    }

    private static ResultSource source(Members source, String prefix, ResultSource.Kind kind) {
        var id = source.required(prefix + "Id", LONGEST_ID);
        var name = source.text(prefix + "Name", LONGEST_NAME);
        var type = source.text(prefix + "Type", LONGEST_ID);
        var location = source.text("location", LONGEST_NAME);
        var country = source.text("countryId", LONGEST_ID);
        var network = source.text("network", LONGEST_NAME);
        return id == null ? null : new ResultSource(id, name, kind, type, location, country, network);
    }

    /** Only the layers which have several targets in a test tell them apart by the server or the prefix. */
    static ResultTarget target(Members result, ResultLayer layer) {
        return switch (layer) {
            case DNS_SERVER -> ResultTarget.ofServer(result.text("serverId", LONGEST_ID), result.text("server",
                    LONGEST_TARGET));
            case BGP -> ResultTarget.ofPrefix(result.text("prefixId", LONGEST_ID), result.text("prefix", LONGEST_ID));
            case NETWORK, PATH_VIS -> ResultTarget.of(result.word("direction", Direction::named, DIRECTIONS));
            default -> ResultTarget.WHOLE_TEST;
        };
    }
}

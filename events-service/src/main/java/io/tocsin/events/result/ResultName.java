package io.tocsin.events.result;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tocsin.model.result.Direction;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestResult;

/**
 * What a result is found by; no statement may have it twice. Statements write in the order of names, the same on every replica.
 *
 * @param target as one text; a name counts only where there is no id
 * @param round when it began, in epoch seconds
 */
record ResultName(
        String organization,
        String accountGroup,
        String test,
        String layer,
        String sourceKind,
        String source,
        String target,
        long round) implements Comparable<ResultName> {

    private static final Comparator<ResultName> ORDER = Comparator.comparing(ResultName::organization)
            .thenComparing(ResultName::accountGroup)
            .thenComparing(ResultName::test)
            .thenComparing(ResultName::layer)
            .thenComparing(ResultName::sourceKind)
            .thenComparing(ResultName::source)
            .thenComparing(ResultName::target)
            .thenComparingLong(ResultName::round);

    static ResultName of(TestResult result) {
        return new ResultName(result.scope().organization(), result.scope().accountGroup(), result.test().id(),
                result.layer().name(), result.source().kind().name(), result.source().id(), targetOf(result.target()),
                result.roundId());
    }

    static String targetOf(ResultTarget target) {
        return target.equals(ResultTarget.WHOLE_TEST)
                ? ""
                : Stream.of(part("server", server(target)), part("prefix", prefix(target)),
                        part("direction", direction(target.direction())))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    private static String part(String name, String value) {
        return value == null ? null : name + "=" + value;
    }

    private static String server(ResultTarget target) {
        return target.serverId() == null ? target.server() : target.serverId();
    }

    private static String prefix(ResultTarget target) {
        return target.prefixId() == null ? target.prefix() : target.prefixId();
    }

    private static String direction(Direction direction) {
        return direction == null ? null : direction.word();
    }

    @Override
    public int compareTo(ResultName other) {
        return ORDER.compare(this, other);
    }
}

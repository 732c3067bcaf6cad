package io.tocsin.events.result;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tocsin.model.result.Direction;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestResult;

/**
 * One result ready to be stored.
 *
 * @param document as JSON
 * @param message the id of the message which tells of it
 */
record ResultRow(TestResult result, String document, UUID message) {

    /** The target as one text; a name counts only where there is no id. */
    String target() {
        return targetOf(result);
    }

    /** What the row is found by; no statement may have it twice. */
    List<Object> key() {
        return keyOf(result);
    }

    static List<Object> keyOf(TestResult result) {
        return List.of(result.scope(), result.test().id(), result.layer(), result.source().kind(), result.source().id(),
                targetOf(result), result.roundId());
    }

    static String targetOf(TestResult result) {
        return Stream.of(part("server", serverOf(result.target())), part("prefix", prefixOf(result.target())),
                part("direction", directionOf(result.target().direction())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String part(String name, String value) {
        return value == null ? null : name + "=" + value;
    }

    private static String serverOf(ResultTarget target) {
        return target.serverId() == null ? target.server() : target.serverId();
    }

    private static String prefixOf(ResultTarget target) {
        return target.prefixId() == null ? target.prefix() : target.prefixId();
    }

    private static String directionOf(Direction direction) {
        return direction == null ? null : direction.word();
    }
}

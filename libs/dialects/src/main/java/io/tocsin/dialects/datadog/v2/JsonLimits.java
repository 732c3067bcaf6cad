package io.tocsin.dialects.datadog.v2;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** How large an object of any shape may be. A list counts as a level too. */
record JsonLimits(int properties, int depth) {

    /** What is wrong, empty when nothing is. */
    Optional<String> breach(JsonNode value) {
        return breach(value, 1);
    }

    private Optional<String> breach(JsonNode value, int level) {
        if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
            return Optional.of("numbers must fit into 64-bit floating point");
        }
        if (!value.isContainerNode()) {
            return Optional.empty();
        }
        if (level > depth) {
            return Optional.of("value may be nested " + depth + " levels deep");
        }
        if (value.isObject() && value.size() > properties) {
            return Optional.of("an object may have " + properties + " properties");
        }
        for (var member : value) {
            var breach = breach(member, level + 1);
            if (breach.isPresent()) {
                return breach;
            }
        }
        return Optional.empty();
    }
}

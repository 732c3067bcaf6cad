package io.tocsin.events.api.thousandeyes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.events.result.SeenTest;
import io.tocsin.model.result.TestType;

/**
 * ThousandEyes' {@code SimpleTest}, as far as results tell of it.
 *
 * @param type absent for tests of endpoint agents, whose types the clients' enum lacks
 * @param interval absent when it is none which ThousandEyes knows, for the same reason
 * @param createdDate when the first result came
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SimpleTest(
        String testId,
        String testName,
        String type,
        Integer interval,
        boolean enabled,
        String server,
        Instant createdDate,
        @JsonProperty("_links") Links.Self links) {

    private static final Set<Integer> INTERVALS = Set.of(60, 120, 300, 600, 900, 1800, 3600);

    static SimpleTest of(SeenTest seen, Links.Self links) {
        var test = seen.test();
        return new SimpleTest(test.id(), test.name(), typeOf(test.type()),
                test.interval() != null && INTERVALS.contains(test.interval()) ? test.interval() : null, true, test.server(),
                seen.firstSeenAt().truncatedTo(ChronoUnit.SECONDS), links);
    }

    /** Null for a type which the clients' enum lacks. */
    static String typeOf(TestType type) {
        return type.compareTo(TestType.ENDPOINT_HTTP_SERVER) < 0 ? type.word() : null;
    }
}

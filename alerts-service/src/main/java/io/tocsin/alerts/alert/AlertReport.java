package io.tocsin.alerts.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * All that is known of an alert.
 *
 * @param number its other id, within its account group
 * @param ruleId of a rule which may be gone since
 * @param endedAt null while it is open
 * @param testId null for alerts of events
 * @param target the server or prefix within the test, empty for most
 * @param version 1, and one more each time it triggers anew after a suppression window
 * @param sources in the order in which they began
 */
public record AlertReport(
        UUID id,
        long number,
        long ruleId,
        String type,
        String severity,
        State state,
        Instant startedAt,
        Instant endedAt,
        String testId,
        String testName,
        String target,
        String targetName,
        boolean suppressed,
        int version,
        List<Source> sources) {

    public AlertReport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(startedAt, "startedAt");
        sources = List.copyOf(sources);
    }

    public enum State {

        OPEN,
        CLEARED,

        /** Ended because its rule went or asks for something else. */
        DISABLED
    }

    public int violating() {
        return (int) sources.stream().filter(Source::violates).count();
    }

    /**
     * @param endedAt when it stopped violating, null while it violates
     * @param metricsAtEnd the latest; of an event rule's source null while it violates, as its end is not counted yet
     */
    public record Source(String id, String name, boolean violates, Instant startedAt, Instant endedAt, String metricsAtStart,
            String metricsAtEnd) {}
}

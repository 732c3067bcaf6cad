package io.tocsin.model.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.tocsin.model.Scope;

/**
 * From alerts-service to notifier-service: these people must be told. Its subject is the rule's id, so that a clear never
 * overtakes its trigger, not even one that stands in another alert's notification.
 *
 * @param id names this notification for ever, also when it is sent again
 * @param accountGroupName what readers call the account group
 * @param rule the rule as it stood when the alert moved
 * @param startedAt when the alert opened
 * @param clearedAt when it cleared, null for a trigger
 * @param sources what violated, in the order in which it began
 * @param recipients e-mail addresses, each once
 * @param test whose results violated, null for an alert of events
 * @param together other alerts of the rule which began with this one, and of which nothing else tells that they did
 */
public record AlertNotification(
        UUID id,
        Scope scope,
        String accountGroupName,
        Kind kind,
        UUID alertId,
        Rule rule,
        Instant startedAt,
        Instant clearedAt,
        List<Source> sources,
        List<String> recipients,
        Test test,
        List<Companion> together) {

    public static final String TYPE = "io.tocsin.alert.notification.v1";

    public AlertNotification {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(startedAt, "startedAt");
        sources = sources == null ? List.of() : List.copyOf(sources);
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
        together = together == null ? List.of() : List.copyOf(together);
    }

    public enum Kind {
        TRIGGERED, CLEARED
    }

    /** @param severity {@code info}, {@code minor}, {@code major} or {@code critical}; @param message the rule's own note to readers */
    public record Rule(String id, String name, String expression, String severity, String message) {}

    /**
     * @param name null when no sender of results said it
     * @param target the server or prefix which the alert is about, null for the whole test
     * @param seenFrom what its sources are: {@code agent} or {@code monitor}
     */
    public record Test(String id, String name, String target, String seenFrom) {

        public Test {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * An alert which began with another.
     *
     * @param firstSource the name of the source which began first
     * @param sources how many there are, as far as they are told
     */
    public record Companion(UUID alertId, Test test, String firstSource, int sources) {

        public Companion {
            Objects.requireNonNull(alertId, "alertId");
        }
    }

    /** @param metricsAtStart what was measured, for people; @param metricsAtEnd the same when it cleared, null before */
    public record Source(String name, Instant startedAt, String metricsAtStart, Instant clearedAt, String metricsAtEnd) {

        /** The name of the only source of a rule that groups by nothing. */
        public static final String ALL_EVENTS = "all events";

        public boolean standsForAll() {
            return ALL_EVENTS.equals(name);
        }
    }
}

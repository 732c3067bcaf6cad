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
 * @param integrations what is told besides people, each once
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
        List<Companion> together,
        List<Integration> integrations) {

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
        integrations = integrations == null ? List.of() : List.copyOf(integrations);
    }

    /** Told to people only. */
    public AlertNotification(UUID id, Scope scope, String accountGroupName, Kind kind, UUID alertId, Rule rule,
            Instant startedAt,
            Instant clearedAt, List<Source> sources, List<String> recipients, Test test, List<Companion> together) {
        this(id, scope, accountGroupName, kind, alertId, rule, startedAt, clearedAt, sources, recipients, test, together, List
                .of());
    }

    public enum Kind {
        TRIGGERED, CLEARED
    }

    /**
     * @param severity {@code info}, {@code minor}, {@code major} or {@code critical}
     * @param message the rule's own note to readers
     * @param alertType such as {@code http-server}; null from a release which did not say
     */
    public record Rule(String id, String name, String expression, String severity, String message, String alertType) {

        /** Of no known alert type. */
        public Rule(String id, String name, String expression, String severity, String message) {
            this(id, name, expression, severity, message, null);
        }
    }

    /** A program of the account group's which the notifier knows by this id. */
    public record Integration(String id, Type type) {

        /** What of the notifier's the id names: where a webhook goes to, or the operation which says what it carries. */
        public enum Type {
            WEBHOOK, CUSTOM_WEBHOOK
        }

        public Integration {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(type, "type");
        }
    }

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

    /**
     * @param metricsAtStart what was measured, for people
     * @param metricsAtEnd the same when it cleared, null before
     * @param id of the agent or monitor, else its name; null from a release which did not say
     */
    public record Source(String name, Instant startedAt, String metricsAtStart, Instant clearedAt, String metricsAtEnd,
            String id) {

        /** Named by what it is. */
        public Source(String name, Instant startedAt, String metricsAtStart, Instant clearedAt, String metricsAtEnd) {
            this(name, startedAt, metricsAtStart, clearedAt, metricsAtEnd, null);
        }

        /** The name of the only source of a rule that groups by nothing. */
        public static final String ALL_EVENTS = "all events";

        public boolean standsForAll() {
            return ALL_EVENTS.equals(name);
        }
    }
}

package io.tocsin.alerts.evaluation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.tocsin.alerts.rule.Rule;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.outbox.IncomingMessage;

/**
 * What people are to be told.
 *
 * @param end null while the alert lasts
 * @param cause the message whose trace this continues, null when the clock is the cause
 */
public record Announcement(Kind kind, Rule rule, UUID alert, Instant start, Instant end, IncomingMessage cause) {

    public Announcement {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(start, "start");
    }

    public static Announcement triggered(Rule rule, UUID alert, Instant start, IncomingMessage cause) {
        return new Announcement(Kind.TRIGGERED, rule, alert, start, null, cause);
    }

    public static Announcement cleared(Rule rule, UUID alert, Instant start, Instant end, IncomingMessage cause) {
        return new Announcement(Kind.CLEARED, rule, alert, start, end, cause);
    }

    /** Nobody is told when the rule names nobody, nor of a clear which the rule does not want told. */
    public boolean isWanted() {
        return rule.settings().tellsSomebody() && (kind == Kind.TRIGGERED || rule.settings().tellsWhenClear());
    }
}

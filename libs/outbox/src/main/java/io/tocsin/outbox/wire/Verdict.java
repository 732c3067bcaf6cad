package io.tocsin.outbox.wire;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of one message.
 *
 * @param reason why it failed, for people; null for what was taken in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(UUID id, Outcome outcome, String reason) {

    public enum Outcome {
        /** Its effect is stored, now or by an earlier delivery. */
        ACCEPTED,
        /** The receiver understood it and will not have it. */
        REJECTED,
        /** The receiver could not apply it. */
        FAILED,
        /** It was not looked at, because an earlier one of its subject did not succeed. */
        DEFERRED
    }

    public static Verdict accepted(UUID id) {
        return new Verdict(id, Outcome.ACCEPTED, null);
    }

    public static Verdict rejected(UUID id, String reason) {
        return new Verdict(id, Outcome.REJECTED, reason);
    }

    public static Verdict failed(UUID id, String reason) {
        return new Verdict(id, Outcome.FAILED, reason);
    }

    public static Verdict deferred(UUID id) {
        return new Verdict(id, Outcome.DEFERRED, null);
    }

    public boolean isAccepted() { return outcome == Outcome.ACCEPTED; }
}

package io.tocsin.notifier.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a delivery stands. The picture is docs/states.md; a move without a method cannot happen. The moves into {@link Sending} are
 * made by one SQL statement for many at once ({@link DeliveryStore}), those which people cause by others ({@link Intervention}).
 */
public sealed interface DeliveryState {

    /** As it is stored and shown. */
    String word();

    /** When somebody may claim it; empty when it is finished. */
    default Optional<Instant> dueAt() {
        return Optional.empty();
    }

    /** When it was finished; empty while it is pending. */
    default Optional<Instant> finishedAt() {
        return Optional.empty();
    }

    /** The words of all states, in the order of a life. */
    List<String> WORDS = List.of("accepted", "sending", "deferred", "resent", "delivered", "refused", "suppressed",
            "dead");

    /** The words of those states in which nothing happens by itself any more; only a person who resends it leaves them. */
    List<String> FINAL_WORDS = List.of("delivered", "refused", "suppressed", "dead");

    /** Recorded, and nobody has tried yet. */
    record Accepted(Instant due) implements DeliveryState {

        @Override
        public String word() {
            return "accepted";
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(due);
        }
    }

    /** A replica holds it, and talks to the mail server; after the lease any replica may begin anew. */
    record Sending(Instant leasedUntil) implements DeliveryState {

        public Delivered delivered(Instant at) {
            return new Delivered(at);
        }

        public Deferred deferred(Instant until) {
            return new Deferred(until);
        }

        public Refused refused(Instant at) {
            return new Refused(at);
        }

        public Suppressed suppressed(Instant at) {
            return new Suppressed(at);
        }

        public Dead dead(Instant at) {
            return new Dead(at);
        }

        @Override
        public String word() {
            return "sending";
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(leasedUntil);
        }
    }

    /** It did not get through this time, and is tried again. */
    record Deferred(Instant until) implements DeliveryState {

        @Override
        public String word() {
            return "deferred";
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(until);
        }
    }

    /** A person wants it sent again after it had ended; its five days begin anew. */
    record Resent(Instant due) implements DeliveryState {

        @Override
        public String word() {
            return "resent";
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(due);
        }
    }

    /** The mail server has taken it. */
    record Delivered(Instant at) implements DeliveryState {

        @Override
        public String word() {
            return "delivered";
        }

        @Override
        public Optional<Instant> finishedAt() {
            return Optional.of(at);
        }
    }

    /** The mail server will never take it. */
    record Refused(Instant at) implements DeliveryState {

        @Override
        public String word() {
            return "refused";
        }

        @Override
        public Optional<Instant> finishedAt() {
            return Optional.of(at);
        }
    }

    /** Not to be sent: its recipient wants no more, or cannot be reached and is known for it. */
    record Suppressed(Instant at) implements DeliveryState {

        @Override
        public String word() {
            return "suppressed";
        }

        @Override
        public Optional<Instant> finishedAt() {
            return Optional.of(at);
        }
    }

    /** Given up: tried for days, or not a mail that could be sent. */
    record Dead(Instant at) implements DeliveryState {

        @Override
        public String word() {
            return "dead";
        }

        @Override
        public Optional<Instant> finishedAt() {
            return Optional.of(at);
        }
    }
}

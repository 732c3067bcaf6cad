package io.tocsin.events.record;

import io.tocsin.events.receipt.Tolerance;

/** An event was not recorded, and the reason lies neither in its form nor in the database's absence. */
public class EventRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public enum Reason {

        /** As many events wait for their commit as may; try again later. */
        OVERLOADED,

        /** It happened, or ends, too far from now, whatever its dialect allows. */
        OUT_OF_TIME,

        /** PostgreSQL will not store this event; trying again is in vain. */
        UNSTORABLE
    }

    private final Reason reason;

    private EventRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static EventRefused overloaded() {
        return new EventRefused(Reason.OVERLOADED, "More events arrive than can be stored; send this one again later.");
    }

    static EventRefused outOfTime() {
        return new EventRefused(Reason.OUT_OF_TIME,
                "An event may happen at most %d days before and %d days after it is received,"
                        .formatted(Tolerance.BEFORE.toDays(), Tolerance.AFTER.toDays())
                        + " and end at most %d days after.".formatted(Tolerance.LASTING.toDays()));
    }

    static EventRefused unstorable() {
        return new EventRefused(Reason.UNSTORABLE, "The event cannot be stored.");
    }

    public Reason reason() {
        return reason;
    }
}

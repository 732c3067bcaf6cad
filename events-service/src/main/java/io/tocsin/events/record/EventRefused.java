package io.tocsin.events.record;

/** An event was not recorded, and the reason lies neither in its form nor in the database's absence. */
public class EventRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public enum Reason {

        /** As many events wait for their commit as may; try again later. */
        OVERLOADED,

        /** PostgreSQL will not store this event; trying again is in vain. */
        UNSTORABLE
    }

    private final Reason reason;

    EventRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

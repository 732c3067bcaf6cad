package io.tocsin.dialects.datadog;

import java.util.List;

/** A request which Datadog's API would not take either, with every problem in words. */
public class DatadogRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    public enum Reason {

        /** 400, and Datadog sends this one body as JSON text under {@code text/plain}. */
        TOO_FAR_IN_THE_PAST,

        /** 400 */
        INVALID,

        /** 404 */
        NOT_FOUND
    }

    private final Reason reason;
    private final List<String> problems;

    public DatadogRejected(Reason reason, List<String> problems) {
        super(String.join(" ", problems));
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    public static DatadogRejected invalid(String problem) {
        return new DatadogRejected(Reason.INVALID, List.of(problem));
    }

    public static DatadogRejected noSuchEvent() {
        return notFound("No event matches that event_id.");
    }

    static DatadogRejected notFound(String problem) {
        return new DatadogRejected(Reason.NOT_FOUND, List.of(problem));
    }

    public Reason reason() {
        return reason;
    }

    public DatadogErrors errors() {
        return new DatadogErrors(problems);
    }
}

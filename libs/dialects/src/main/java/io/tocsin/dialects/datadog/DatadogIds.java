package io.tocsin.dialects.datadog;

/** Event ids as they stand in a path. */
public final class DatadogIds {

    private DatadogIds() {}

    /** Fails with {@link DatadogRejected} when this is no id at all; whether there is such an event is another question. */
    public static long parse(String text) {
        return DatadogNumbers.integer(text)
                .orElseThrow(() -> DatadogRejected.invalid("The event_id must be a 64-bit integer"));
    }
}

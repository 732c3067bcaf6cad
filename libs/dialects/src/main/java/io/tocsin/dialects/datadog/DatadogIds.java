package io.tocsin.dialects.datadog;

/** Ids of events and comments as they stand in a path. */
public final class DatadogIds {

    private DatadogIds() {}

    /**
     * Fails with {@link DatadogRejected} when this is no id at all; whether there is such a thing is another question.
     *
     * @param name of the parameter, for the complaint
     */
    public static long parse(String name, String text) {
        return DatadogNumbers.integer(text)
                .orElseThrow(() -> DatadogRejected.invalid("The " + name + " must be a 64-bit integer"));
    }
}

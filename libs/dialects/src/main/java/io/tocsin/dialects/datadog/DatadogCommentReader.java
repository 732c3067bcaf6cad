package io.tocsin.dialects.datadog;

/** Reads a comment, as forgivingly as an event. */
public final class DatadogCommentReader {

    /** Ours, as for an event. */
    private static final int LONGEST_HANDLE = 1000;

    /** Fails with {@link DatadogRejected}, which names every field that is wrong. */
    public DatadogComment read(byte[] body) {
        var fields = JsonFields.of(body);
        var comment = new DatadogComment(
                fields.filledText("message"),
                fields.text("handle", LONGEST_HANDLE),
                fields.integer("related_event_id"));
        fields.check();
        return comment;
    }
}

package io.tocsin.dialects.datadog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the body of {@code POST /api/v1/events}, forgiving where real clients are sloppy and plain where it cannot be read. */
public final class DatadogEventReader {

    private static final Set<String> ALERT_TYPES = new LinkedHashSet<>(List.of(
            "error", "warning", "info", "success", "user_update", "recommendation", "snapshot"));
    private static final Set<String> PRIORITIES = new LinkedHashSet<>(List.of("normal", "low"));
    private static final int LONGEST_AGGREGATION_KEY = 100;

    /** Ours: an event must fit into one message to alerts-service, whatever its poster puts where. */
    private static final int LONGEST_NAME = 1000;
    private static final int MOST_TAGS = 250;
    private static final int LONGEST_TAG = 400;

    /** Fails with {@link DatadogRejected}, which names every field that is wrong. */
    public DatadogEvent read(byte[] body) {
        var fields = JsonFields.of(body);
        var event = new DatadogEvent(
                fields.requiredText("title"),
                fields.requiredText("text"),
                fields.seconds("date_happened"),
                fields.oneOf("alert_type", ALERT_TYPES),
                fields.oneOf("priority", PRIORITIES),
                fields.text("host", LONGEST_NAME),
                fields.textOrTexts("device_name", LONGEST_NAME),
                fields.texts("tags", MOST_TAGS, LONGEST_TAG),
                fields.text("aggregation_key", LONGEST_AGGREGATION_KEY),
                fields.text("source_type_name", LONGEST_NAME),
                fields.integer("related_event_id"),
                fields.text("handle", LONGEST_NAME));
        fields.check();
        return event;
    }
}

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

    /** Fails with {@link DatadogRejected}, which names every field that is wrong. */
    public DatadogEvent read(byte[] body) {
        var fields = JsonFields.of(body);
        var event = new DatadogEvent(
                fields.requiredText("title"),
                fields.requiredText("text"),
                fields.seconds("date_happened"),
                fields.oneOf("alert_type", ALERT_TYPES),
                fields.oneOf("priority", PRIORITIES),
                fields.text("host"),
                fields.textOrTexts("device_name"),
                fields.texts("tags"),
                fields.text("aggregation_key", LONGEST_AGGREGATION_KEY),
                fields.text("source_type_name"),
                fields.integer("related_event_id"),
                fields.text("handle"));
        fields.check();
        return event;
    }
}

package io.tocsin.dialects.datadog.v2;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Severity;

/** From an event posted to v2 to the canonical model, and to the answer. */
public final class DatadogCreationTranslator {

    private static final String PLACEHOLDER = "_";

    /**
     * What the category knows is stored at the paths which searches name. An alert's priority says nothing of v1's, which stays
     * normal.
     */
    public EventContent toModel(DatadogCreation posted) {
        var evt = new LinkedHashMap<String, Object>();
        evt.put(EventAttributes.CATEGORY, posted.category());
        evt.put("integration_id", posted.integrationId());
        evt.values().removeIf(value -> value == null);
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put(EventAttributes.EVT, evt);
        attributes.putAll(posted.details());
        return EventContent.titled(posted.title())
                .text(posted.message())
                .happenedAt(posted.happenedAt())
                .severity(severity(posted.details()))
                .source(posted.integrationId())
                .host(posted.host())
                .tags(posted.tags())
                .aggregationKey(posted.aggregationKey())
                .attributes(attributes)
                .build();
    }

    private static Severity severity(Map<String, Object> details) {
        if (!(details.get(EventAttributes.STATUS) instanceof String status)) {
            return Severity.INFO;
        }
        return switch (status) {
            case AlertDetails.OK -> Severity.SUCCESS;
            case AlertDetails.WARN -> Severity.WARNING;
            default -> Severity.ERROR;
        };
    }

    /** @param absolute makes a URL of a path on this installation */
    public DatadogCreationReceipt toReceipt(Event event, UnaryOperator<String> absolute) {
        var uid = DatadogUids.of(event.uid());
        return new DatadogCreationReceipt(
                new DatadogCreationReceipt.Data(
                        new DatadogCreationReceipt.Attributes(new DatadogCreationReceipt.Inner(
                                new DatadogCreationReceipt.Evt(Long.toString(event.id()), uid))),
                        PLACEHOLDER, DatadogEventItem.TYPE),
                new DatadogCreationReceipt.Links(absolute.apply("/event/event?uid=" + uid)));
    }
}

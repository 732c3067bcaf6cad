package io.tocsin.dialects.dynatrace;

import java.util.List;

import io.tocsin.model.Event;

/**
 * The answer to a push: ids of events which open no problem, one pair per entity, or correlation ids of those which do. Some
 * clients read the ids as texts, some as numbers; both can.
 */
public record DynatracePushReceipt(List<Long> storedEventIds, List<String> storedIds, List<String> storedCorrelationIds) {

    public static DynatracePushReceipt ofStored(List<Event> events) {
        return new DynatracePushReceipt(events.stream().map(Event::id).toList(),
                events.stream().map(DynatraceIds::of).toList(), List.of());
    }

    public static DynatracePushReceipt ofOpen(List<String> correlationIds) {
        return new DynatracePushReceipt(List.of(), List.of(), correlationIds);
    }
}

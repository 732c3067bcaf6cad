package io.tocsin.dialects.thousandeyes.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.tocsin.dialects.thousandeyes.PageLinks;

/**
 * The answer of {@code GET /v7/events}. Events and links are never left out: the Java client reads both without a null check.
 *
 * @param aid the account group which was asked
 * @param startDate the beginning of the range as it was understood
 */
public record EventPage(
        String aid,
        Instant startDate,
        Instant endDate,
        List<EventItem> events,
        @JsonProperty("_links") PageLinks links) {

    public EventPage {
        startDate = startDate.truncatedTo(ChronoUnit.SECONDS);
        endDate = endDate.truncatedTo(ChronoUnit.SECONDS);
        events = List.copyOf(events);
    }
}

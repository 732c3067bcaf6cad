package io.tocsin.dialects.thousandeyes.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the list and the detail of an event have in common (wire/thousandeyes.md §2.1, §2.2).
 *
 * @param id a UUID: the Java client reads it as one
 * @param typeName for people: {@code Server Issue}
 * @param type one of the seven which every release of the clients knows
 * @param state {@code active} or {@code resolved}
 * @param endDate null while the event is active
 * @param severity {@code high}, {@code medium}, {@code low} or {@code unknown}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventBase(
        String id,
        String typeName,
        String type,
        String state,
        Instant startDate,
        Instant endDate,
        String severity) {

    public static final String ACTIVE = "active";
    public static final String RESOLVED = "resolved";

    public EventBase {
        startDate = startDate.truncatedTo(ChronoUnit.SECONDS);
        endDate = endDate == null ? null : endDate.truncatedTo(ChronoUnit.SECONDS);
    }
}

package io.tocsin.dialects.thousandeyes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the list and the detail of an alert have in common (wire/thousandeyes.md §3.2, §3.3).
 *
 * @param endDate null while the alert is active
 * @param violationCount sources that violate now
 * @param duration seconds, until now while the alert is active
 * @param alertState {@code trigger} or {@code clear}
 * @param alertSeverity {@code info}, {@code minor}, {@code major} or {@code critical}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertBase(
        String id,
        String alertType,
        Instant startDate,
        Instant endDate,
        int violationCount,
        long duration,
        boolean suppressed,
        Meta meta,
        String alertState,
        String alertSeverity,
        @JsonProperty("_links") Links links) {

    public static final String TRIGGER = "trigger";
    public static final String CLEAR = "clear";

    public AlertBase {
        startDate = startDate.truncatedTo(ChronoUnit.SECONDS);
        endDate = endDate == null ? null : endDate.truncatedTo(ChronoUnit.SECONDS);
    }

    /** @param version 1, and one more each time the alert re-triggers after a suppression window */
    public record Meta(int version) {}

    /** @param test null for alerts of events, which belong to no test */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(HalLink self, HalLink rule, HalLink test, HalLink appLink) {}
}

package io.tocsin.dialects.thousandeyes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The answer of {@code GET /v7/audit-user-events}.
 *
 * @param startDate of the range that was asked for, null when none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditUserEvents(
        List<AuditUserEvent> auditEvents,
        Instant startDate,
        Instant endDate,
        @JsonProperty("_links") PageLinks links) {

    public AuditUserEvents {
        auditEvents = List.copyOf(auditEvents);
        startDate = startDate == null ? null : startDate.truncatedTo(ChronoUnit.SECONDS);
        endDate = endDate == null ? null : endDate.truncatedTo(ChronoUnit.SECONDS);
        Objects.requireNonNull(links, "_links");
    }
}

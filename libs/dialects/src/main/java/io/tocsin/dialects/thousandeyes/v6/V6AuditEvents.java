package io.tocsin.dialects.thousandeyes.v6;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The answer of {@code GET /audit/user-events/search}; the XML's element is {@code auditEventList}.
 *
 * @param from of the range that was asked for, null when none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "from", "to", "auditEvents", "pages" })
public record V6AuditEvents(String from, String to, List<V6AuditEvent> auditEvents, V6Alerts.Pages pages) {

    public V6AuditEvents {
        auditEvents = List.copyOf(auditEvents);
    }
}

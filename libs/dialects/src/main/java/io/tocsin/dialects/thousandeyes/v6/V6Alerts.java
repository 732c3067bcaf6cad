package io.tocsin.dialects.thousandeyes.v6;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The answer of {@code GET /alerts} and {@code GET /alerts/{id}}; the XML's element is {@code alerts}.
 *
 * @param from of the range that was asked for, null when none was
 * @param pages null for a single alert
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "from", "to", "alert", "pages" })
public record V6Alerts(String from, String to, List<V6Alert> alert, Pages pages) {

    public V6Alerts {
        alert = List.copyOf(alert);
    }

    /** @param next null on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({ "current", "next" })
    public record Pages(int current, String next) {}
}

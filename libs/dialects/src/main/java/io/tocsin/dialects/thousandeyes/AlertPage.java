package io.tocsin.dialects.thousandeyes;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer of {@code GET /v7/alerts}. Neither part is ever left out: the Java client reads both without a null check. */
public record AlertPage(List<AlertItem> alerts, @JsonProperty("_links") PageLinks links) {

    public AlertPage {
        alerts = List.copyOf(alerts);
    }
}

package io.tocsin.alerts.alert;

import java.util.List;

/** @param sources in the order in which they began */
public record AlertWithSources(Alert alert, List<AlertSource> sources) {

    public AlertWithSources {
        sources = List.copyOf(sources);
    }
}

package io.tocsin.dialects.thousandeyes.v6;

import java.util.List;

/** The answer of {@code GET /alert-rules} and of each rule; the XML's element is {@code alertRuleList}. */
public record V6Rules(List<V6Rule> alertRules) {

    public V6Rules {
        alertRules = List.copyOf(alertRules);
    }
}

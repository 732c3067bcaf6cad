package io.tocsin.alerts.api.thousandeyes;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.alerts.rule.RuleSettings;

/** The scope's rules, all in one answer. */
@RegisterForReflection
record RuleList(List<Item> alertRules, @JsonProperty("_links") SelfLink links) {

    /** ThousandEyes' {@code BaseRule}: neither whom it tells nor its tests. */
    @RegisterForReflection
    record Item(
            String ruleId,
            @JsonUnwrapped @JsonIgnoreProperties( { "notifications", "testIds" }) RuleSettings settings){}
}

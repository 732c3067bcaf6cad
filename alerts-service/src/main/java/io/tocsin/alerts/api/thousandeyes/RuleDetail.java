package io.tocsin.alerts.api.thousandeyes;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.alerts.rule.RuleSettings;

/** ThousandEyes' {@code RuleDetail}: one rule, with its tests by id and as far as Tocsin knows them. */
@RegisterForReflection
record RuleDetail(
        String ruleId,
        @JsonUnwrapped RuleSettings settings,
        List<TestItem> tests,
        @JsonProperty("_links") SelfLink links) {}

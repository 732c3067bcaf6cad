package io.tocsin.alerts.api.thousandeyes;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.alerts.rule.RuleSettings;

/** ThousandEyes' {@code Rule}: the answer to a change. */
@RegisterForReflection
record RuleAnswer(String ruleId, @JsonUnwrapped RuleSettings settings, @JsonProperty("_links") SelfLink links) {}

package io.tocsin.alerts.api.thousandeyes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** ThousandEyes' {@code SimpleTest}, as far as results told of it: a rule may name a test before any came. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record TestItem(String testId, String testName, String type, @JsonProperty("_links") SelfLink links) {}

package io.tocsin.alerts.api.thousandeyes;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The scope's suppression windows, all in one answer. */
@RegisterForReflection
record WindowList(List<WindowAnswer> alertSuppressionWindows, @JsonProperty("_links") SelfLink links) {}

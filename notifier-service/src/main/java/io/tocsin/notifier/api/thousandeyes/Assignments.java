package io.tocsin.notifier.api.thousandeyes;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Ids which are assigned to something. */
@RegisterForReflection
record Assignments(List<UUID> items, @JsonProperty("_links") Links.Self links) {}

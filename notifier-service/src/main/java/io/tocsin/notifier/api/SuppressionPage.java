package io.tocsin.notifier.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.tocsin.notifier.api.Link.Links;

/** Entries of the suppression list, newest first. */
record SuppressionPage(List<SuppressionJson> suppressions, @JsonProperty("_links") Links links) {}

package io.tocsin.notifier.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.tocsin.notifier.api.Link.Links;

/** Deliveries, newest first. */
record DeliveryPage(List<DeliveryJson> deliveries, @JsonProperty("_links") Links links) {}

package io.tocsin.dialects.thousandeyes.event;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.tocsin.dialects.thousandeyes.HalLink;

/**
 * An agent which sees an event.
 *
 * @param type {@code cloud}, {@code enterprise} or {@code enterprise-cluster}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AffectedAgent(
        String agentId,
        String type,
        String name,
        String location,
        String countryCode,
        Set<String> affectedTargetIds,
        Set<String> affectedTestIds,
        @JsonProperty("_links") Links links) {

    public record Links(HalLink agent) {}
}

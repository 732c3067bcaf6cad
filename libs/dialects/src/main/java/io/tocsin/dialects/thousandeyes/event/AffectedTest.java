package io.tocsin.dialects.thousandeyes.event;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.tocsin.dialects.thousandeyes.HalLink;

/**
 * A test which an event touches.
 *
 * @param testType null for one which the clients' enum lacks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AffectedTest(
        String testId,
        String testType,
        String name,
        Set<String> affectedTargetIds,
        Set<String> affectedAgentIds,
        @JsonProperty("_links") Links links) {

    public record Links(HalLink test) {}
}

package io.tocsin.events.api.thousandeyes;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.model.result.ResultSource;

/**
 * ThousandEyes' agent, as far as results tell of it.
 *
 * @param agentType the clients choose their model by it, so it is never absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Agent(
        String agentId,
        String agentName,
        String agentType,
        String location,
        String countryId,
        String network,
        boolean enabled,
        @JsonProperty("_links") Links.Self links) {

    private static final String ENTERPRISE = "enterprise";
    private static final Set<String> TYPES = Set.of("cloud", ENTERPRISE, "enterprise-cluster");

    static Agent of(ResultSource agent, Links.Self links) {
        return new Agent(agent.id(), agent.name(), typeOf(agent), agent.location(), agent.countryId(), agent.network(), true,
                links);
    }

    /** One of ThousandEyes' words. */
    static String typeOf(ResultSource agent) {
        return agent.type() != null && TYPES.contains(agent.type()) ? agent.type() : ENTERPRISE;
    }
}

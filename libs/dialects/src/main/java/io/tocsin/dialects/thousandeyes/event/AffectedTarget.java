package io.tocsin.dialects.thousandeyes.event;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A target which an event touches.
 *
 * @param ip null when no result said it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AffectedTarget(
        String serverId,
        String name,
        String ip,
        Set<String> affectedTestIds,
        Set<String> affectedAgentIds) {}

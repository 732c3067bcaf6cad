package io.tocsin.events.api.thousandeyes;

import org.jboss.resteasy.reactive.RestPath;

/** The path of what one agent measured in one round. */
class RoundPath {

    @RestPath
    String testId;

    @RestPath
    String layer;

    @RestPath
    String agentId;

    @RestPath
    String roundId;
}

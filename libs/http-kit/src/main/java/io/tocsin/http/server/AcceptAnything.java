package io.tocsin.http.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers JSON to clients that ask for something else: what they cannot read they will say better than a 406 could. */
@ApplicationScoped
class AcceptAnything {

    private final HttpConfig config;

    AcceptAnything(HttpConfig config) {
        this.config = config;
    }

    @ServerRequestFilter(preMatching = true)
    public void forget(ContainerRequestContext call) {
        if (config.jsonOnlyPaths().stream().anyMatch(call.getUriInfo().getPath()::startsWith)) {
            call.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
    }
}

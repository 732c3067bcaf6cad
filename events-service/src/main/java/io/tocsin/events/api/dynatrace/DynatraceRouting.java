package io.tocsin.events.api.dynatrace;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Moves Dynatrace's calls to where its resources stand, before anybody looks for one. */
@Singleton
class DynatraceRouting {

    @ServerRequestFilter(preMatching = true)
    public void move(ContainerRequestContext call, RoutingContext routing) {
        DynatraceHints.home(routing.request(), routing.normalizedPath())
                .ifPresent(path -> move(call, routing, path));
    }

    /** The parameters are put back as they were: a new URI takes those of the old one away. */
    private static void move(ContainerRequestContext call, RoutingContext routing, String path) {
        var parameters = MultiMap.caseInsensitiveMultiMap().addAll(routing.queryParams());
        call.setRequestUri(uri(path));
        routing.queryParams().addAll(parameters);
    }

    /** This constructor escapes what is escaped already, which {@code getPath} then takes back. */
    private static URI uri(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}

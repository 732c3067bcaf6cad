package io.tocsin.alerts.api.thousandeyes.v6;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Moves v6's calls to where its resources stand, before anybody looks for one. */
@Singleton
class V6Routing {

    @ServerRequestFilter(preMatching = true)
    public void move(ContainerRequestContext call, RoutingContext routing) {
        V6Paths.home(routing.request(), routing.normalizedPath())
                .ifPresent(path -> move(call, routing, path));
    }

    /** The parameters are put back as they were: a new URI takes those of the old one away. */
    private static void move(ContainerRequestContext call, RoutingContext routing, String path) {
        var parameters = MultiMap.caseInsensitiveMultiMap().addAll(routing.queryParams());
        call.setRequestUri(uri(path));
        routing.queryParams().addAll(parameters);
        call.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    }

    private static URI uri(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}

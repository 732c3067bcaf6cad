package io.tocsin.audit.api.thousandeyes.v6;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.tocsin.dialects.thousandeyes.v6.V6Format;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Moves v4's, v5's and v6's calls to the one path where the resource stands, with the format at its end. */
@Singleton
class V6ActivityPaths {

    static final String HOME = "/v6/audit/user-events/search.";

    private static final Pattern OURS = Pattern.compile("(?:/v[456])?/audit/user-events/search(?:\\.(json|xml))?/?");

    /** Empty when the call is not v6's. */
    static Optional<String> home(HttpServerRequest call, String path) {
        var match = OURS.matcher(path);
        return match.matches()
                ? Optional.of(HOME + V6Format.of(match.group(1), call.getHeader(HttpHeaders.ACCEPT), call.getParam("format")))
                : Optional.empty();
    }

    @ServerRequestFilter(preMatching = true)
    public void move(ContainerRequestContext call, RoutingContext routing) {
        home(routing.request(), routing.normalizedPath()).ifPresent(path -> move(call, routing, path));
    }

    /** The parameters are put back as they were: a new URI takes those of the old one away. */
    private static void move(ContainerRequestContext call, RoutingContext routing, String path) {
        var parameters = MultiMap.caseInsensitiveMultiMap().addAll(routing.queryParams());
        call.setRequestUri(URI.create(path));
        routing.queryParams().addAll(parameters);
        call.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    }
}

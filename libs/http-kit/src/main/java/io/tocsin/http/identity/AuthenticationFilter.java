package io.tocsin.http.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.server.ClientAddress;
import io.vertx.core.http.HttpServerRequest;

/**
 * Fills {@link Caller} before a resource with {@link Authenticated} is called. It takes two steps because Quarkus forgets which
 * resource was meant when an asynchronous filter fails, and with it the resource's own exception mappers; a synchronous filter
 * may throw.
 */
@ApplicationScoped
class AuthenticationFilter {

    private final Identity identity;
    private final Caller caller;
    private final ClientAddress address;

    AuthenticationFilter(Identity identity, Caller caller, ClientAddress address) {
        this.identity = identity;
        this.caller = caller;
        this.address = address;
    }

    @Authenticated
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Uni<Void> identify(HttpHeaders headers, HttpServerRequest request) {
        return identity.authenticateHeader(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                .invoke(principal -> caller.identify(principal, address.of(request)))
                .onFailure()
                .invoke(caller::refuse)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Authenticated
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void admit() {
        caller.principal();
    }
}

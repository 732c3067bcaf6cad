package io.tocsin.events.api.dynatrace;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Identity;
import io.tocsin.http.server.ClientAddress;
import io.vertx.core.http.HttpServerRequest;

/** Finds out who calls. Dynatrace's token is an ordinary credential of Tocsin. */
@Singleton
class DynatraceTokenFilter {

    private final Identity identity;
    private final Caller caller;
    private final ClientAddress address;

    DynatraceTokenFilter(Identity identity, Caller caller, ClientAddress address) {
        this.identity = identity;
        this.caller = caller;
        this.address = address;
    }

    /** No answer means that the call may go on. A failure of this Uni would not reach the mappers of the resource. */
    @TokenRequired
    @ServerRequestFilter
    public Uni<RestResponse<Object>> identify(HttpHeaders headers, UriInfo uri, HttpServerRequest request) {
        return Uni.createFrom()
                .item(() -> DynatraceTokens.of(headers, uri))
                .chain(identity::authenticate)
                .invoke(principal -> caller.identify(principal, address.of(request)))
                .map(principal -> (RestResponse<Object>) null)
                .onFailure()
                .invoke(caller::refuse)
                .onFailure()
                .recoverWithItem(DynatraceAnswers::to);
    }
}

package io.tocsin.http.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Principal;
import io.tocsin.http.identity.Unauthenticated;

/** Tells callers who they are; has a mapper of its own, to show that failures of the filter reach it. */
@Path("/caller")
@Authenticated
class CallerResource {

    private final Caller caller;

    CallerResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    public Uni<Principal> principal() {
        return Uni.createFrom().item(caller::principal);
    }

    @GET
    @Path("/address")
    public Uni<String> address() {
        return Uni.createFrom().item(caller::address);
    }

    @ServerExceptionMapper
    public RestResponse<String> unauthenticated(Unauthenticated e, UriInfo uri) {
        return RestResponse.status(RestResponse.Status.UNAUTHORIZED, uri.getPath() + ": " + e.getMessage());
    }
}

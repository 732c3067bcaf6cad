package io.tocsin.http.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Unauthenticated;

/** Has a mapper of its own, to show that a failure of the filter reaches it. */
@Path("/own-mapper")
@Authenticated
class TestResource {

    private final Caller caller;

    TestResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    public Uni<String> who() {
        return Uni.createFrom().item(() -> caller.principal().user().display() + " from " + caller.address());
    }

    @ServerExceptionMapper
    public RestResponse<String> unauthenticated(Unauthenticated e, UriInfo uri) {
        return RestResponse.status(RestResponse.Status.UNAUTHORIZED, "own: " + e.getMessage() + uri.getPath());
    }
}

package io.tocsin.alerts.api.thousandeyes.v6;

import java.time.Clock;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.tocsin.dialects.thousandeyes.v6.V6Status;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.problem.Failure;

/** Tells scripts that their credential works, and the time (wire/thousandeyes.md §6.1). */
@Path("/v6")
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Status v6")
class V6StatusResource {

    private final V6Bodies bodies;
    private final Clock clock;

    V6StatusResource(V6Bodies bodies, Clock clock) {
        this.bodies = bodies;
        this.clock = clock;
    }

    @GET
    @Path("status.{format}")
    @Operation(summary = "Get the server's time", operationId = "v6GetStatus")
    public RestResponse<Object> get(@RestPath String format) {
        return bodies.ok(format, new V6Status(clock.millis()));
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure, UriInfo uri) {
        return bodies.failed(Failure.of(failure), uri.getPath());
    }
}

package io.tocsin.outbox.setaside;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.setaside.PageRequest.BadRequest;
import io.tocsin.outbox.setaside.Redriven.NotSetAside;
import io.tocsin.outbox.wire.Problem;
import io.tocsin.outbox.wire.ServiceCredential;
import io.tocsin.outbox.wire.Unadmitted;

/** For operators: what was set aside, and another try of it. Needs the service credential and is never routed by an ingress. */
@Path("/outbox/set-aside")
@Produces("application/json")
@Cancellable(false)
class SetAsideResource {

    private final ServiceCredential credential;
    private final SetAside setAside;

    SetAsideResource(ServiceCredential credential, SetAside setAside) {
        this.credential = credential;
        this.setAside = setAside;
    }

    @GET
    public Uni<SetAsidePage> list(@HeaderParam("Authorization") String authorization, @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        credential.require(authorization);
        var page = PageRequest.of(after, limit);
        return setAside.list(page.after(), page.limit())
                .map(messages -> SetAsidePage.of(messages, page.limit()));
    }

    @POST
    @Path("/{id}/redrive")
    public Uni<Redriven> redrive(@HeaderParam("Authorization") String authorization, @PathParam("id") String id) {
        credential.require(authorization);
        return setAside.redrive(PageRequest.uuid("id", id))
                .map(found -> Redriven.one(found, id));
    }

    @POST
    @Path("/redrive")
    public Uni<Redriven> redriveAll(@HeaderParam("Authorization") String authorization,
            @QueryParam("destination") String destination) {
        credential.require(authorization);
        return setAside.redriveAll(PageRequest.required("destination", destination))
                .map(Redriven::new);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unadmitted(Unadmitted e) {
        return Problem.unadmitted();
    }

    @ServerExceptionMapper
    RestResponse<Problem> badRequest(BadRequest e) {
        return Problem.of(400, "Bad request", e.getMessage());
    }

    @ServerExceptionMapper
    RestResponse<Problem> notSetAside(NotSetAside e) {
        return Problem.of(404, "Not found", e.getMessage());
    }
}

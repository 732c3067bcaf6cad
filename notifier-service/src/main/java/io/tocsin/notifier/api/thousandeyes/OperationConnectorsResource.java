package io.tocsin.notifier.api.thousandeyes;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.notifier.api.Access;
import io.tocsin.notifier.integration.IntegrationBook;

@Path(Links.OPERATIONS + "/{id}/connectors")
@Tag(name = "Operation connectors", description = "Which connectors a webhook operation goes to.")
@Produces("application/hal+json")
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
class OperationConnectorsResource {

    private final IntegrationBook book;
    private final Access access;
    private final Links links;

    OperationConnectorsResource(IntegrationBook book, Access access, Links links) {
        this.book = book;
        this.access = access;
        this.links = links;
    }

    @GET
    @Operation(summary = "List the connectors of an operation", operationId = "getOperationConnectors")
    public Uni<Assignments> list(@PathParam("id") String id, @QueryParam("aid") String aid) {
        return book.operation(access.toView(aid), Ids.ofPath(id))
                .map(found -> json(found.orElseThrow(NotFoundException::new), aid));
    }

    @PUT
    @Operation(summary = "Assign connectors to an operation", operationId = "setOperationConnectors", description = "Those which were assigned before are let go.")
    public Uni<Assignments> assign(@PathParam("id") String id, @QueryParam("aid") String aid, List<String> connectors) {
        return book.assign(access.toEdit(aid), Ids.ofPath(id), Ids.ofBody(connectors))
                .map(changed -> json(changed.orElseThrow(NotFoundException::new), aid));
    }

    private Assignments json(io.tocsin.notifier.integration.Operation operation, String aid) {
        return new Assignments(operation.connectors(), links.connectorsOf(operation.id(), aid));
    }
}

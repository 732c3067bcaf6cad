package io.tocsin.notifier.api.thousandeyes;

import java.util.List;
import java.util.UUID;

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

@Path(Links.CONNECTORS + "/{id}/operations")
@Tag(name = "Generic connectors")
@Produces("application/hal+json")
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
class ConnectorOperationsResource {

    private final IntegrationBook book;
    private final Access access;
    private final Links links;

    ConnectorOperationsResource(IntegrationBook book, Access access, Links links) {
        this.book = book;
        this.access = access;
        this.links = links;
    }

    @GET
    @Operation(summary = "List the operations of a connector", operationId = "listGenericConnectorOperations")
    public Uni<Assignments> list(@PathParam("id") String id, @QueryParam("aid") String aid) {
        var connector = Ids.ofPath(id);
        return book.operationsOf(access.toView(aid), connector)
                .map(found -> json(connector, found.orElseThrow(NotFoundException::new), aid));
    }

    @PUT
    @Operation(summary = "Assign operations to a connector", operationId = "setGenericConnectorOperations", description = "Those which were assigned before are let go.")
    public Uni<Assignments> assign(@PathParam("id") String id, @QueryParam("aid") String aid, List<String> operations) {
        var connector = Ids.ofPath(id);
        return book.assignOperations(access.toEdit(aid), connector, Ids.ofBody(operations))
                .map(assigned -> json(connector, assigned.orElseThrow(NotFoundException::new), aid));
    }

    private Assignments json(UUID connector, List<UUID> operations, String aid) {
        return new Assignments(operations, links.operationsOf(connector, aid));
    }
}

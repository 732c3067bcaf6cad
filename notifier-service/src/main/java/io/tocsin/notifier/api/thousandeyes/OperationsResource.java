package io.tocsin.notifier.api.thousandeyes;

import java.net.URI;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.notifier.api.Access;
import io.tocsin.notifier.integration.IntegrationBook;
import io.tocsin.notifier.integration.OperationSettings;

@Path(Links.OPERATIONS)
@Tag(name = "Webhook operations", description = "What webhooks carry: Handlebars templates for connectors, as ThousandEyes has them.")
@Produces("application/hal+json")
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
class OperationsResource {

    private final IntegrationBook book;
    private final Access access;
    private final Links links;

    OperationsResource(IntegrationBook book, Access access, Links links) {
        this.book = book;
        this.access = access;
        this.links = links;
    }

    @GET
    @Operation(summary = "List webhook operations", operationId = "getWebhookOperations")
    public Uni<OperationJson.Page> list(@QueryParam("aid") String aid) {
        return book.operations(access.toView(aid))
                .map(found -> new OperationJson.Page(found.stream().map(operation -> json(operation, aid)).toList(),
                        links.operations(aid)));
    }

    @POST
    @Operation(summary = "Create a webhook operation", operationId = "createWebhookOperation", description = "Its templates are filled in for sample alerts; what would break is refused with its place.")
    public Uni<RestResponse<OperationJson>> create(@QueryParam("aid") String aid, @NotNull OperationSettings operation) {
        return book.create(access.toEdit(aid), operation)
                .map(made -> json(made, aid))
                .map(OperationsResource::created);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get a webhook operation", operationId = "getWebhookOperation")
    public Uni<OperationJson> get(@PathParam("id") String id, @QueryParam("aid") String aid) {
        return book.operation(access.toView(aid), Ids.ofPath(id))
                .map(found -> json(found.orElseThrow(NotFoundException::new), aid));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replace a webhook operation", operationId = "updateWebhookOperation")
    public Uni<OperationJson> replace(@PathParam("id") String id, @QueryParam("aid") String aid,
            @NotNull OperationSettings operation) {
        return book.replace(access.toEdit(aid), Ids.ofPath(id), operation)
                .map(changed -> json(changed.orElseThrow(NotFoundException::new), aid));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a webhook operation", operationId = "deleteWebhookOperation")
    public Uni<Void> delete(@PathParam("id") String id, @QueryParam("aid") String aid) {
        return book.deleteOperation(access.toEdit(aid), Ids.ofPath(id))
                .invoke(OperationsResource::orNotFound)
                .replaceWithVoid();
    }

    private static void orNotFound(boolean was) {
        if (!was) {
            throw new NotFoundException();
        }
    }

    private OperationJson json(io.tocsin.notifier.integration.Operation operation, String aid) {
        return OperationJson.of(operation, links.operation(operation.id(), aid));
    }

    private static RestResponse<OperationJson> created(OperationJson made) {
        return ResponseBuilder.<OperationJson>created(URI.create(made.links().self().href()))
                .entity(made)
                .build();
    }
}

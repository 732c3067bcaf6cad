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
import io.tocsin.notifier.integration.Connector;
import io.tocsin.notifier.integration.ConnectorSettings;
import io.tocsin.notifier.integration.IntegrationBook;

@Path(Links.CONNECTORS)
@Tag(name = "Generic connectors", description = "Where webhooks go: ThousandEyes' API, with signing secrets of ours.")
@Produces("application/hal+json")
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
class ConnectorsResource {

    private final IntegrationBook book;
    private final Access access;
    private final Links links;

    ConnectorsResource(IntegrationBook book, Access access, Links links) {
        this.book = book;
        this.access = access;
        this.links = links;
    }

    @GET
    @Operation(summary = "List connectors", operationId = "getGenericConnectors")
    public Uni<ConnectorJson.Page> list(@QueryParam("aid") String aid) {
        return book.connectors(access.toView(aid))
                .map(found -> new ConnectorJson.Page(found.stream().map(connector -> json(connector, aid)).toList(),
                        links.connectors(aid)));
    }

    @POST
    @Operation(summary = "Create a connector", operationId = "createGenericConnector")
    public Uni<RestResponse<ConnectorJson>> create(@QueryParam("aid") String aid, @NotNull ConnectorSettings connector) {
        return book.create(access.toEdit(aid), connector)
                .map(made -> json(made, aid))
                .map(ConnectorsResource::created);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get a connector", operationId = "getGenericConnector")
    public Uni<ConnectorJson> get(@PathParam("id") String id, @QueryParam("aid") String aid) {
        return book.connector(access.toView(aid), Ids.ofPath(id))
                .map(found -> json(found.orElseThrow(NotFoundException::new), aid));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replace a connector", operationId = "updateGenericConnector", description = "A secret sent as ******** stays as it is, unless the target is another host.")
    public Uni<ConnectorJson> replace(@PathParam("id") String id, @QueryParam("aid") String aid,
            @NotNull ConnectorSettings connector) {
        return book.replace(access.toEdit(aid), Ids.ofPath(id), connector)
                .map(changed -> json(changed.orElseThrow(NotFoundException::new), aid));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a connector", operationId = "deleteGenericConnector")
    public Uni<Void> delete(@PathParam("id") String id, @QueryParam("aid") String aid) {
        return book.deleteConnector(access.toEdit(aid), Ids.ofPath(id))
                .invoke(ConnectorsResource::orNotFound)
                .replaceWithVoid();
    }

    private static void orNotFound(boolean was) {
        if (!was) {
            throw new NotFoundException();
        }
    }

    private ConnectorJson json(Connector connector, String aid) {
        return ConnectorJson.of(connector, links.connector(connector.id(), aid));
    }

    private static RestResponse<ConnectorJson> created(ConnectorJson made) {
        return ResponseBuilder.<ConnectorJson>created(URI.create(made.links().self().href()))
                .entity(made)
                .build();
    }
}

package io.tocsin.notifier.api;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.paging.PageUrls;
import io.tocsin.http.paging.Shown;
import io.tocsin.http.server.PublicUrl;
import io.tocsin.notifier.api.Link.Links;
import io.tocsin.notifier.search.Place;
import io.tocsin.notifier.suppression.Added;
import io.tocsin.notifier.suppression.Suppression;
import io.tocsin.notifier.suppression.SuppressionFilter;
import io.tocsin.notifier.suppression.SuppressionList;
import io.vertx.core.http.HttpServerRequest;

@Path(SuppressionsResource.PATH)
@Tag(name = "Suppressions", description = "Addresses of the organization which get no mail, and why.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
class SuppressionsResource {

    static final String PATH = "/notifications/suppressions";

    private final SuppressionList suppressions;
    private final Access access;
    private final PublicUrl publicUrl;
    private final PageUrls pageUrls;

    SuppressionsResource(SuppressionList suppressions, Access access, PublicUrl publicUrl, PageUrls pageUrls) {
        this.suppressions = suppressions;
        this.access = access;
        this.publicUrl = publicUrl;
        this.pageUrls = pageUrls;
    }

    @GET
    @Operation(operationId = "listSuppressions", summary = "List addresses which get no mail", description = "Newest first.")
    public Uni<SuppressionPage> list(@BeanParam SuppressionQuery query, @QueryParam("aid") String aid,
            @Context HttpServerRequest call) {
        var filter = query.filter(access.toView(aid).organization());
        var after = query.after(filter);
        return suppressions.list(filter, after.createdAt(), after.id(), query.limit() + 1)
                .map(found -> page(found, query.limit(), filter, call));
    }

    @POST
    @Operation(operationId = "addSuppression", summary = "Put an address on the list", description = "201, or 200 with the entry that "
            + "was there already. Deliveries which wait for it end as suppressed when their turn comes.")
    public Uni<RestResponse<SuppressionJson>> add(@QueryParam("aid") String aid, @NotNull @Valid NewSuppression body) {
        return suppressions.add(access.toEdit(aid), body.read())
                .map(this::added);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSuppression", summary = "Get an entry of the list")
    public Uni<SuppressionJson> get(@PathParam("id") String id, @QueryParam("aid") String aid) {
        return suppressions.find(access.toView(aid).organization(), Parameters.idOrUnknown("suppression", id))
                .map(found -> found.orElseThrow(() -> Parameters.unknown("suppression", id)))
                .map(this::json);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "liftSuppression", summary = "Take an address off the list", description = "It gets mails again from now on; "
            + "what was suppressed can be resent.")
    public Uni<Void> lift(@PathParam("id") String id, @QueryParam("aid") String aid) {
        return suppressions.lift(access.toEdit(aid), Parameters.idOrUnknown("suppression", id))
                .map(lifted -> lifted.orElseThrow(() -> Parameters.unknown("suppression", id)))
                .replaceWithVoid();
    }

    private RestResponse<SuppressionJson> added(Added added) {
        var json = json(added.entry());
        return added.isNew()
                ? ResponseBuilder.<SuppressionJson>created(URI.create(json.links().self().href())).entity(json).build()
                : RestResponse.ok(json);
    }

    private SuppressionPage page(List<Suppression> found, int limit, SuppressionFilter filter, HttpServerRequest call) {
        var shown = Shown.of(found, limit);
        var next = shown.goesOnAfter()
                .map(last -> new Link(pageUrls.at(call, PageParameters.cursor(placeOf(last), filter))))
                .orElse(null);
        return new SuppressionPage(shown.items().stream().map(this::json).toList(), new Links(new Link(pageUrls.self(call)),
                next));
    }

    private static Place placeOf(Suppression entry) {
        return new Place(entry.createdAt(), entry.id());
    }

    private SuppressionJson json(Suppression entry) {
        return SuppressionJson.of(entry, publicUrl.of(PATH + "/" + entry.id()));
    }
}

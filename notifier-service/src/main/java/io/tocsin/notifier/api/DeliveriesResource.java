package io.tocsin.notifier.api;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.server.PublicUrl;
import io.tocsin.model.Scope;
import io.tocsin.notifier.api.Link.Links;
import io.tocsin.notifier.search.DeliveryFilter;
import io.tocsin.notifier.search.DeliveryRecord;
import io.tocsin.notifier.search.DeliverySearch;
import io.tocsin.notifier.search.Place;

@Path("/notifications/deliveries")
@Tag(name = "Deliveries", description = "Who was told what, when, and what the mail server answered.")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Cancellable(false)
class DeliveriesResource {

    private static final String PATH = "/notifications/deliveries";

    private final DeliverySearch deliveries;
    private final Caller caller;
    private final PublicUrl publicUrl;

    DeliveriesResource(DeliverySearch deliveries, Caller caller, PublicUrl publicUrl) {
        this.deliveries = deliveries;
        this.caller = caller;
        this.publicUrl = publicUrl;
    }

    @GET
    @Operation(summary = "List deliveries", description = "Newest first, each with the last answer of the mail server.")
    public Uni<DeliveryPage> list(@BeanParam DeliveryQuery query) {
        var filter = query.filter(scope(query.aid));
        return deliveries.list(filter, query.after(filter), query.limit() + 1)
                .map(found -> page(found, query, filter));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Get a delivery", description = "With every attempt and every answer of the mail server.")
    public Uni<DeliveryJson> get(@PathParam("id") String id, @QueryParam("aid") String aid) {
        var scope = scope(aid);
        return deliveries.find(scope, idOf(id))
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .map(delivery -> DeliveryJson.whole(delivery, href(scope, delivery.id())));
    }

    private Scope scope(String aid) {
        return caller.scope(Permission.VIEW_NOTIFICATIONS, aid);
    }

    /** One more than asked for was looked up: it tells whether there is a next page. */
    private DeliveryPage page(List<DeliveryRecord> found, DeliveryQuery query, DeliveryFilter filter) {
        var shown = found.subList(0, Math.min(query.limit(), found.size()));
        var next = found.size() > shown.size()
                ? new Link(list(query.from(DeliveryQuery.cursor(Place.of(shown.get(shown.size() - 1)), filter))))
                : null;
        var rows = shown.stream()
                .map(delivery -> DeliveryJson.listed(delivery, href(filter.scope(), delivery.id())))
                .toList();
        return new DeliveryPage(rows, new Links(new Link(list(query.from(query.cursor))), next));
    }

    private String list(String query) {
        return publicUrl.of(query.isEmpty() ? PATH : PATH + "?" + query);
    }

    private String href(Scope scope, UUID id) {
        return publicUrl.of(PATH + "/" + id + "?aid=" + scope.accountGroup());
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    private static CallFailed unknown(String id) {
        return new CallFailed(Failure.of(404, "There is no delivery " + id + " in this account group."));
    }
}

package io.tocsin.notifier.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.server.ClientAddress;
import io.tocsin.notifier.unsubscribe.ForgedLink;
import io.tocsin.notifier.unsubscribe.Offer;
import io.tocsin.notifier.unsubscribe.Reach;
import io.tocsin.notifier.unsubscribe.Unsubscriptions;
import io.vertx.core.http.HttpServerRequest;

/** The link in each mail. Its token is the only credential; programs which look at links before people do change nothing by it. */
@Path("/notifications/unsubscribe/{token}")
@Tag(name = "Unsubscribe", description = "What recipients do by the link in their mails. Needs no credential but the link.")
@Produces(MediaType.TEXT_HTML)
@Cancellable(false)
class UnsubscribeResource {

    private final Unsubscriptions unsubscriptions;
    private final UnsubscribePages pages;
    private final ClientAddress clients;

    UnsubscribeResource(Unsubscriptions unsubscriptions, UnsubscribePages pages, ClientAddress clients) {
        this.unsubscriptions = unsubscriptions;
        this.pages = pages;
        this.clients = clients;
    }

    @GET
    @Operation(summary = "Ask before unsubscribing", description = "A page with a button. Unsubscribes nobody.")
    @APIResponse(responseCode = "200", description = "The page.")
    @APIResponse(responseCode = "400", description = "The link is cut or changed.")
    @APIResponse(responseCode = "404", description = "The mail is not known any more.")
    public Uni<RestResponse<String>> ask(@PathParam("token") String token) {
        return unsubscriptions.find(token)
                .map(found -> found.map(pages::question).orElseGet(pages::unknown));
    }

    /** @param what {@code rule} or {@code everything} from the page; absent in the one click of RFC 8058 */
    @POST
    @Consumes({ MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA })
    @Operation(summary = "Unsubscribe", description = "With one click as RFC 8058 has it, or from the page. Doing it again changes nothing.")
    @APIResponse(responseCode = "200", description = "The recipient stands on the suppression list.")
    @APIResponse(responseCode = "400", description = "The link is cut or changed.")
    @APIResponse(responseCode = "404", description = "The mail is not known any more.")
    public Uni<RestResponse<String>> unsubscribe(@PathParam("token") String token, @RestForm String what,
            @Context HttpServerRequest call) {
        var address = clients.of(call);
        return unsubscriptions.find(token)
                .chain(found -> found.map(offer -> unsubscribe(offer, what, address))
                        .orElseGet(() -> Uni.createFrom().item(pages.unknown())));
    }

    private Uni<RestResponse<String>> unsubscribe(Offer offer, String what, String address) {
        var reach = reach(offer, what);
        return unsubscriptions.unsubscribe(offer, reach, address)
                .replaceWith(() -> pages.done(offer, reach));
    }

    private static Reach reach(Offer offer, String what) {
        return switch (what == null ? "" : what) {
            case "rule" -> Reach.RULE;
            case "everything" -> Reach.EVERYTHING;
            default -> offer.reach();
        };
    }

    @ServerExceptionMapper
    public RestResponse<String> forged(ForgedLink failure) {
        return pages.broken();
    }
}

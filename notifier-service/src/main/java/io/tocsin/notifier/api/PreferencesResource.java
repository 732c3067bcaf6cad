package io.tocsin.notifier.api;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.notifier.api.EventDetectionPreferences.OptedIn;
import io.tocsin.notifier.preference.EventDetectionRecipients;

@Path("/notifications/preferences/event-detection")
@Tag(name = "Preferences", description = "Who wants mails that no alert rule names.")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
class PreferencesResource {

    private final EventDetectionRecipients recipients;
    private final Access access;

    PreferencesResource(EventDetectionRecipients recipients, Access access) {
        this.recipients = recipients;
        this.access = access;
    }

    @GET
    @Operation(operationId = "getEventDetectionPreferences", summary = "List who opted in for mails about detected events")
    public Uni<EventDetectionPreferences> list(@QueryParam("aid") String aid) {
        var scope = access.toView(aid);
        return recipients.list(scope)
                .map(found -> EventDetectionPreferences.of(scope.accountGroup(), found));
    }

    @PUT
    @Path("/{address}")
    @Operation(operationId = "optInForEventDetection", summary = "Opt an address in", description = "Everybody may do so for the "
            + "address of their own credential, whoever may edit notifications for any address.")
    public Uni<OptedIn> optIn(
            @PathParam("address") @Parameter(example = "ann@example.org") String address,
            @QueryParam("aid") String aid) {
        return recipients.optIn(access.toSpeakFor(address, aid), Parameters.address("address", address))
                .map(OptedIn::of);
    }

    @DELETE
    @Path("/{address}")
    @Operation(operationId = "optOutOfEventDetection", summary = "Opt an address out", description = "Allowed to whom opting in is.")
    public Uni<Void> optOut(
            @PathParam("address") @Parameter(example = "ann@example.org") String address,
            @QueryParam("aid") String aid) {
        return recipients.optOut(access.toSpeakFor(address, aid), Parameters.text("address", address))
                .invoke(known -> Parameters.require(known, "recipient", address))
                .replaceWithVoid();
    }
}

package io.tocsin.notifier.api;

import java.time.Clock;
import java.util.List;

import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;
import io.tocsin.model.Scope;
import io.tocsin.notifier.resend.Answer;
import io.tocsin.notifier.resend.Resends;
import io.tocsin.notifier.search.DeliverySearch;
import io.vertx.core.http.HttpServerRequest;

@Path(DeliveryPages.PATH)
@Tag(name = "Deliveries", description = "Who was told what, when, and what the mail server answered.")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
class DeliveriesResource {

    private final DeliverySearch deliveries;
    private final Resends resends;
    private final DeliveryPages pages;
    private final Access access;
    private final Clock clock;

    DeliveriesResource(DeliverySearch deliveries, Resends resends, DeliveryPages pages, Access access, Clock clock) {
        this.deliveries = deliveries;
        this.resends = resends;
        this.pages = pages;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listDeliveries", summary = "List deliveries", description = "Newest first, each with the last answer of "
            + "the mail server. Filters narrow together.")
    public Uni<DeliveryPage> list(@BeanParam DeliveryQuery query, @Context HttpServerRequest call) {
        var question = query.read(access.toView(query.aid), List.of(), clock);
        return deliveries.list(question.filter(), question.after(), question.limit() + 1)
                .map(found -> pages.page(found, question, call));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDelivery", summary = "Get a delivery", description = "With every attempt and every answer of the mail "
            + "server, and what mail servers reported later.")
    public Uni<DeliveryJson> get(@PathParam("id") String id, @QueryParam("aid") String aid) {
        return whole(access.toView(aid), id);
    }

    @POST
    @Path("/{id}/resend")
    @ResponseStatus(202)
    @Operation(operationId = "resendDelivery", summary = "Send a delivery once more", description = "One which has ended becomes "
            + "`resent` and is tried for five days again, under its own Message-ID; one which was delivered goes as another mail of the "
            + "same thread. Who asks twice within half a minute means once. 409 while it is under way.")
    public Uni<DeliveryJson> resend(@PathParam("id") String id, @QueryParam("aid") String aid) {
        var editor = access.toEdit(aid);
        return resends.one(editor, Parameters.idOrUnknown("delivery", id))
                .invoke(answer -> require(answer, id))
                .chain(() -> whole(editor.scope(), id));
    }

    private Uni<DeliveryJson> whole(Scope scope, String id) {
        return deliveries.find(scope, Parameters.idOrUnknown("delivery", id))
                .map(found -> found.orElseThrow(() -> Parameters.unknown("delivery", id)))
                .map(delivery -> pages.whole(delivery, scope.accountGroup()));
    }

    private static void require(Answer answer, String id) {
        switch (answer) {
            case RESENT, RESENT_BEFORE -> {
            }
            case UNKNOWN -> throw Parameters.unknown("delivery", id);
            case UNDER_WAY -> throw new CallFailed(Failure.of(409, "The delivery " + id
                    + " has not ended: it is still sent by itself, and can be resent when it is not."));
        }
    }
}

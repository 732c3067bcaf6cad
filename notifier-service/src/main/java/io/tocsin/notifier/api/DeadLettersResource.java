package io.tocsin.notifier.api;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.common.util.RestMediaType;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.Scope;
import io.tocsin.notifier.resend.Resends;
import io.tocsin.notifier.search.DeliverySearch;
import io.vertx.core.http.HttpServerRequest;

@Path("/notifications/dead-letters")
@Tag(name = "Dead letters", description = "Deliveries which did not get through and are not tried any more: those in the state dead, "
        + "or of the states refused and suppressed when asked for. Filters are those of deliveries.")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
class DeadLettersResource {

    private static final List<String> USUAL = List.of("dead");
    private static final Set<String> POSSIBLE = Set.of("dead", "refused", "suppressed");
    private static final int MOST_AT_ONCE = 500;

    private final DeliverySearch deliveries;
    private final Resends resends;
    private final DeliveryPages pages;
    private final Access access;
    private final Clock clock;

    DeadLettersResource(DeliverySearch deliveries, Resends resends, DeliveryPages pages, Access access, Clock clock) {
        this.deliveries = deliveries;
        this.resends = resends;
        this.pages = pages;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "List dead letters", description = "Newest first.")
    public Uni<DeliveryPage> list(@BeanParam DeliveryQuery query, @Context HttpServerRequest call) {
        var question = read(query, access.toView(query.aid));
        return deliveries.list(question.filter(), question.after(), question.limit() + 1)
                .map(found -> pages.page(found, question, call));
    }

    @POST
    @Path("/resend")
    @Operation(operationId = "resendDeadLetters", summary = "Send dead letters once more", description = "All which the filters find, "
            + "newest first, at most 500 in one call; `more` says that there are others, and to call again. `max` and `cursor` mean "
            + "nothing here.")
    public Uni<ResentJson> resend(@BeanParam DeliveryQuery query) {
        var editor = access.toEdit(query.aid);
        var filter = read(query, editor.scope()).filter();
        return resends.all(editor, filter, MOST_AT_ONCE)
                .map(resent -> new ResentJson(resent.size(), resent.size() == MOST_AT_ONCE, resent));
    }

    @GET
    @Path("/export.ndjson")
    @Produces(RestMediaType.APPLICATION_NDJSON)
    @Operation(operationId = "exportDeadLetters", summary = "Export dead letters as NDJSON", description = "All which the filters find, "
            + "one JSON object a line, newest first.")
    public Multi<DeliveryJson> exportLines(@BeanParam DeliveryQuery query) {
        return export(query);
    }

    @GET
    @Path("/export.csv")
    @Produces("text/csv")
    @Operation(operationId = "exportDeadLettersAsTable", summary = "Export dead letters as CSV", description = "All which the filters "
            + "find, newest first, with a line of headings (RFC 4180).")
    public Multi<String> exportTable(@BeanParam DeliveryQuery query) {
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(DeliveryCsv.HEADINGS), export(query).map(DeliveryCsv::line));
    }

    private Multi<DeliveryJson> export(DeliveryQuery query) {
        var question = read(query, access.toView(query.aid));
        var accountGroup = question.filter().scope().accountGroup();
        return deliveries.stream(question.filter(), question.after())
                .map(delivery -> pages.listed(delivery, accountGroup));
    }

    private DeliveryQuestion read(DeliveryQuery query, Scope scope) {
        var question = query.read(scope, USUAL, clock);
        if (!POSSIBLE.containsAll(question.filter().states())) {
            throw new Invalid("state", "must be dead, refused or suppressed, or several of them with commas between");
        }
        return question;
    }
}

package io.tocsin.events.api.thousandeyes;

import java.time.Clock;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.thousandeyes.HalLink;
import io.tocsin.dialects.thousandeyes.PageLinks;
import io.tocsin.dialects.thousandeyes.event.EventDetail;
import io.tocsin.dialects.thousandeyes.event.EventPage;
import io.tocsin.events.detection.DetectedEvents;
import io.tocsin.events.detection.FoundEvent;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.paging.PageUrls;
import io.tocsin.http.paging.Shown;
import io.tocsin.model.Scope;
import io.vertx.core.http.HttpServerRequest;

/** The events which Tocsin detected, as ThousandEyes tells its own (wire/thousandeyes.md §2). */
@Path(Links.EVENTS)
@Produces(HalJson.MEDIA_TYPE)
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Detected events")
class ThousandEyesEventsResource {

    private final DetectedEvents events;
    private final EventTranslator translator;
    private final Caller caller;
    private final PageUrls urls;
    private final Clock clock;

    ThousandEyesEventsResource(DetectedEvents events, EventTranslator translator, Caller caller, PageUrls urls, Clock clock) {
        this.events = events;
        this.translator = translator;
        this.caller = caller;
        this.urls = urls;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List detected events", operationId = "getEvents")
    public Uni<EventPage> list(@BeanParam EventParameters parameters, @Context HttpServerRequest call) {
        var request = EventRequest.of(scope(parameters.aid), parameters, clock);
        return events.list(request.query(), request.after(), request.max() + 1)
                .map(found -> page(found, request, parameters, call));
    }

    private EventPage page(List<FoundEvent> found, EventRequest request, EventParameters parameters, HttpServerRequest call) {
        var shown = Shown.of(found, request.max());
        var next = shown.goesOnAfter().map(last -> new HalLink(urls.at(call, request.cursorAfter(last)))).orElse(null);
        var query = request.query();
        return new EventPage(query.scope().accountGroup(), query.from(), query.to(),
                translator.items(shown.items(), parameters.aid), new PageLinks(new HalLink(urls.self(call)), next, null));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get a detected event", operationId = "getEvent")
    public Uni<EventDetail> get(@PathParam("id") String id, @QueryParam("aid") String aid) {
        var scope = scope(aid);
        return events.find(scope, EventIds.read(id))
                .map(found -> found.orElseThrow(NotFoundException::new))
                .map(detail -> translator.detail(detail, scope.accountGroup(), aid));
    }

    private Scope scope(String aid) {
        return caller.scope(Permission.VIEW_EVENTS, aid);
    }
}

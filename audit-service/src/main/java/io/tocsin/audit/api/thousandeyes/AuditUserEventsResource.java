package io.tocsin.audit.api.thousandeyes;

import java.time.Clock;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.trail.ActivityPage;
import io.tocsin.audit.trail.AuditTrail;
import io.tocsin.dialects.thousandeyes.AuditUserEventTranslator;
import io.tocsin.dialects.thousandeyes.AuditUserEvents;
import io.tocsin.dialects.thousandeyes.HalLink;
import io.tocsin.dialects.thousandeyes.PageLinks;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.paging.Cursor.Direction;
import io.tocsin.http.paging.PageUrls;
import io.tocsin.model.message.UserEvent;
import io.vertx.core.http.HttpServerRequest;

/** ThousandEyes' activity log. Failures are problem details, as for every path that has no dialect of its own. */
@Path("/v7/audit-user-events")
@Produces("application/hal+json")
@Authenticated
@Cancellable(false)
@Tag(name = "User events")
class AuditUserEventsResource {

    private final AuditTrail trail;
    private final Caller caller;
    private final PageUrls urls;
    private final Clock clock;

    AuditUserEventsResource(AuditTrail trail, Caller caller, PageUrls urls, Clock clock) {
        this.trail = trail;
        this.caller = caller;
        this.urls = urls;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Who did what, newest first")
    @APIResponse(responseCode = "200", description = "One page of the log")
    @APIResponse(responseCode = "400", description = "A range, flag or cursor that cannot be read")
    @APIResponse(responseCode = "401", description = "No credential, or one that is not known")
    @APIResponse(responseCode = "403", description = "A foreign account group, or no permission to see any activity")
    public Uni<AuditUserEvents> list(@BeanParam ActivityParameters parameters, @Context HttpServerRequest call) {
        var request = ActivityRequest.of(caller.principal(), parameters, clock);
        return trail.page(request.query())
                .map(page -> answer(page, request, call));
    }

    private AuditUserEvents answer(ActivityPage page, ActivityRequest request, HttpServerRequest call) {
        var events = page.events().stream().map(AuditUserEventTranslator::toWire).toList();
        return new AuditUserEvents(events, request.from(), request.to(), links(page, request, call));
    }

    private PageLinks links(ActivityPage page, ActivityRequest request, HttpServerRequest call) {
        var events = page.events();
        if (events.isEmpty()) {
            return new PageLinks(new HalLink(urls.self(call)), null, null);
        }
        var next = page.hasOlder() ? request.cursor(Direction.NEXT, last(events)) : null;
        var previous = page.hasNewer() ? request.cursor(Direction.PREVIOUS, events.get(0)) : null;
        return new PageLinks(new HalLink(urls.self(call)), link(call, next), link(call, previous));
    }

    private HalLink link(HttpServerRequest call, String cursor) {
        return cursor == null ? null : new HalLink(urls.at(call, cursor));
    }

    private static UserEvent last(List<UserEvent> events) {
        return events.get(events.size() - 1);
    }
}

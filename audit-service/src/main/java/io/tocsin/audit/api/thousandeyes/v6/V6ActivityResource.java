package io.tocsin.audit.api.thousandeyes.v6;

import java.time.Clock;
import java.util.ArrayList;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.audit.api.thousandeyes.ActivityRequest;
import io.tocsin.audit.trail.ActivityPage;
import io.tocsin.audit.trail.AuditTrail;
import io.tocsin.dialects.thousandeyes.v6.V6Alerts;
import io.tocsin.dialects.thousandeyes.v6.V6AuditEvent;
import io.tocsin.dialects.thousandeyes.v6.V6AuditEvents;
import io.tocsin.dialects.thousandeyes.v6.V6Format;
import io.tocsin.dialects.thousandeyes.v6.V6Times;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.paging.Cursor.Direction;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.server.PublicUrl;
import io.vertx.core.http.HttpServerRequest;

/** ThousandEyes' activity log, version 6. */
@Path("/v6/audit/user-events/search.{format}")
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "User events v6")
class V6ActivityResource {

    private final AuditTrail trail;
    private final Caller caller;
    private final V6ActivityBodies bodies;
    private final PublicUrl publicUrl;
    private final Clock clock;

    V6ActivityResource(AuditTrail trail, Caller caller, V6ActivityBodies bodies, PublicUrl publicUrl, Clock clock) {
        this.trail = trail;
        this.caller = caller;
        this.bodies = bodies;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Who did what, newest first", operationId = "v6SearchUserEvents")
    public Uni<RestResponse<Object>> search(@RestPath String format, @BeanParam V6ActivityParameters parameters,
            @Context HttpServerRequest call) {
        var request = ActivityRequest.of(caller.principal(), parameters.inV7sWords(), clock);
        return trail.page(request.query())
                .map(page -> bodies.ok(format, answer(page, request, parameters.number(), call)));
    }

    private V6AuditEvents answer(ActivityPage page, ActivityRequest request, int number, HttpServerRequest call) {
        return new V6AuditEvents(V6Times.write(request.from()), V6Times.write(request.to()),
                page.events().stream().map(V6AuditEvent::of).toList(),
                new V6Alerts.Pages(number, page.hasOlder() ? next(page, request, number + 1, call) : null));
    }

    /** The call's own URL, at the page behind this one. */
    private String next(ActivityPage page, ActivityRequest request, int number, HttpServerRequest call) {
        var last = page.events().get(page.events().size() - 1);
        var parameters = new ArrayList<>(Stream.ofNullable(call.query())
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("cursor=") && !parameter.startsWith("page="))
                .toList());
        parameters.add("page=" + number);
        parameters.add("cursor=" + request.cursor(Direction.NEXT, last));
        return publicUrl.of(call.path()) + "?" + String.join("&", parameters);
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure, UriInfo uri) {
        return bodies.failed(uri.getPath().endsWith("." + V6Format.XML) ? V6Format.XML : V6Format.JSON, Failure.of(failure));
    }
}

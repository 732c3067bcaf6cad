package io.tocsin.events.api.dynatrace;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import java.time.Clock;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.DynatraceFeedEvent;
import io.tocsin.dialects.dynatrace.DynatraceFeedPage;
import io.tocsin.dialects.dynatrace.DynatraceFeedTranslator;
import io.tocsin.dialects.dynatrace.DynatracePushReceipt;
import io.tocsin.http.limits.CountsAsIngest;
import io.tocsin.http.limits.CountsAsRead;

/** Dynatrace's events, version 1 (wire/dynatrace.md §2 to §4). */
@Path("/e/{environment}/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@TokenRequired
@Tag(name = "Dynatrace events v1")
class DynatraceFeedResource {

    private final DynatraceFeed feed;
    private final FoundEvents found;
    private final DynatracePoster poster;
    private final Environments environments;
    private final Clock clock;

    private final DynatraceFeedTranslator translator = new DynatraceFeedTranslator();

    DynatraceFeedResource(DynatraceFeed feed, FoundEvents found, DynatracePoster poster, Environments environments,
            Clock clock) {
        this.feed = feed;
        this.found = found;
        this.poster = poster;
        this.environments = environments;
        this.clock = clock;
    }

    @GET
    @CountsAsRead
    @Parameter(name = "from", in = QUERY, schema = @Schema(type = INTEGER), description = "UTC milliseconds; default 30 days before now")
    @Parameter(name = "to", in = QUERY, schema = @Schema(type = INTEGER), description = "UTC milliseconds; default now")
    @Parameter(name = "relativeTime", in = QUERY, schema = @Schema(type = STRING), description = "back from now, instead of from and to: min 5mins 10mins 15mins"
            + " 30mins hour 2hours 6hours day 3days week month")
    @Parameter(name = "eventType", in = QUERY, schema = @Schema(type = STRING))
    @Parameter(name = "entityId", in = QUERY, schema = @Schema(type = STRING))
    @Parameter(name = "cursor", in = QUERY, schema = @Schema(type = STRING), description = "nextCursor of the page before; other parameters do not count then")
    @Operation(summary = "The feed of events, newest first, 150 a page", operationId = "dynatraceFeed")
    public Uni<DynatraceFeedPage> feed(@RestPath String environment, UriInfo uri) {
        var scope = environments.scope(environment, TokenScope.FEED);
        return feed.page(scope, uri.getQueryParameters()::getFirst);
    }

    @GET
    @CountsAsRead
    @Path("/{eventId}")
    @Operation(summary = "Get an event", operationId = "dynatraceGetFeedEvent")
    public Uni<DynatraceFeedEvent> get(@RestPath String environment, @RestPath String eventId) {
        var scope = environments.scope(environment, TokenScope.FEED);
        return found.event(scope, eventId)
                .map(event -> translator.toWire(event, clock.instant()));
    }

    /** JSON is JSON whatever the caller calls it. */
    @POST
    @CountsAsIngest
    @Consumes(MediaType.WILDCARD)
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DynatracePushPost")))
    @Operation(summary = "Push an event", operationId = "dynatracePushEvent")
    public Uni<DynatracePushReceipt> push(@RestPath String environment, byte[] body) {
        var scope = environments.scope(environment, TokenScope.PUSH);
        return poster.push(scope, body);
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure) {
        return DynatraceAnswers.to(failure);
    }
}

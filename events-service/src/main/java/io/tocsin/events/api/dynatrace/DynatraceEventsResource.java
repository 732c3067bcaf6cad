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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.DynatraceEvent;
import io.tocsin.dialects.dynatrace.DynatraceEventPage;
import io.tocsin.dialects.dynatrace.DynatraceEventTranslator;
import io.tocsin.dialects.dynatrace.DynatraceIngestReceipt;
import io.tocsin.http.limits.CountsAsIngest;
import io.tocsin.http.limits.CountsAsRead;

/** Dynatrace's events, version 2 (wire/dynatrace.md §6 and §7). */
@Path("/e/{environment}/api/v2/events")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@TokenRequired
@Tag(name = "Dynatrace events v2")
class DynatraceEventsResource {

    private final DynatraceEventList list;
    private final FoundEvents found;
    private final DynatracePoster poster;
    private final Environments environments;
    private final Clock clock;

    private final DynatraceEventTranslator translator = new DynatraceEventTranslator();

    DynatraceEventsResource(DynatraceEventList list, FoundEvents found, DynatracePoster poster, Environments environments,
            Clock clock) {
        this.list = list;
        this.found = found;
        this.poster = poster;
        this.environments = environments;
        this.clock = clock;
    }

    @GET
    @CountsAsRead
    @Parameter(name = "from", in = QUERY, schema = @Schema(type = STRING), description = "UTC milliseconds, a date-time or relative; default now-2h")
    @Parameter(name = "to", in = QUERY, schema = @Schema(type = STRING), description = "the same; default now")
    @Parameter(name = "eventSelector", in = QUERY, schema = @Schema(type = STRING), description = "such as eventType(\"ERROR_EVENT\"),status(\"OPEN\")")
    @Parameter(name = "entitySelector", in = QUERY, schema = @Schema(type = STRING), description = "such as type(\"HOST\"),tag(\"env:prod\")")
    @Parameter(name = "pageSize", in = QUERY, schema = @Schema(type = INTEGER), description = "1 to 1000; default 100")
    @Parameter(name = "nextPageKey", in = QUERY, schema = @Schema(type = STRING), description = "of the page before; no other parameter may stand beside it")
    @Operation(summary = "List events, newest first", operationId = "dynatraceListEvents")
    public Uni<DynatraceEventPage> list(@RestPath String environment, UriInfo uri) {
        var scope = environments.scope(environment, TokenScope.READ);
        return list.page(scope, uri.getQueryParameters());
    }

    @GET
    @CountsAsRead
    @Path("/{eventId}")
    @Operation(summary = "Get an event", operationId = "dynatraceGetEvent")
    public Uni<DynatraceEvent> get(@RestPath String environment, @RestPath String eventId) {
        var scope = environments.scope(environment, TokenScope.READ);
        return found.event(scope, eventId)
                .map(event -> translator.toWire(event, clock.instant()));
    }

    /** JSON is JSON whatever the caller calls it. */
    @POST
    @CountsAsIngest
    @Path("/ingest")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(StatusCode.CREATED)
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DynatraceIngestPost")))
    @APIResponseSchema(value = DynatraceIngestReceipt.class, responseCode = "201", responseDescription = "Stored, or told in its status why not")
    @Operation(summary = "Ingest an event", operationId = "dynatraceIngestEvent")
    public Uni<DynatraceIngestReceipt> ingest(@RestPath String environment, byte[] body) {
        var scope = environments.scope(environment, TokenScope.INGEST);
        return poster.ingest(scope, body);
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure) {
        return DynatraceAnswers.to(failure);
    }
}

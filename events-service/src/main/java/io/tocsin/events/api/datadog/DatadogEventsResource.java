package io.tocsin.events.api.datadog;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.datadog.DatadogEventFilter;
import io.tocsin.dialects.datadog.DatadogEventPage;
import io.tocsin.dialects.datadog.DatadogEventReader;
import io.tocsin.dialects.datadog.DatadogEventTranslator;
import io.tocsin.dialects.datadog.DatadogFilterReader;
import io.tocsin.dialects.datadog.DatadogFoundEvent;
import io.tocsin.dialects.datadog.DatadogIds;
import io.tocsin.dialects.datadog.DatadogReceipt;
import io.tocsin.dialects.datadog.DatadogRejected;
import io.tocsin.events.record.EventLog;
import io.tocsin.events.search.EventSearch;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.limits.CountsAsIngest;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.server.PublicUrl;
import io.tocsin.model.Scope;

/** Datadog's events, version 1 (wire/datadog.md §3). */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Datadog events v1")
class DatadogEventsResource {

    private final EventLog log;
    private final EventSearch search;
    private final Caller caller;
    private final Clock clock;
    private final PublicUrl publicUrl;

    private final DatadogEventReader eventReader = new DatadogEventReader();
    private final DatadogFilterReader filterReader = new DatadogFilterReader();
    private final DatadogEventTranslator translator = new DatadogEventTranslator();

    DatadogEventsResource(EventLog log, EventSearch search, Caller caller, Clock clock, PublicUrl publicUrl) {
        this.log = log;
        this.search = search;
        this.caller = caller;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** JSON is JSON whatever the caller calls it: curl says that it is a form. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @ApiKeyRequired
    @CountsAsIngest
    @ResponseStatus(StatusCode.ACCEPTED)
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DatadogEventPost")))
    @APIResponseSchema(value = DatadogReceipt.class, responseCode = "202", responseDescription = "Stored")
    @Operation(summary = "Post an event", operationId = "datadogPostEvent")
    public Uni<DatadogReceipt> post(byte[] body) {
        var scope = scope(Permission.INGEST_EVENTS);
        var sent = eventReader.read(body);
        return log.record(scope, translator.toModel(sent, clock.instant()))
                .map(event -> translator.toReceipt(sent, event, publicUrl::of));
    }

    @GET
    @Path("/{event_id}")
    @BothKeysRequired
    @CountsAsRead
    @Operation(summary = "Get an event", operationId = "datadogGetEvent")
    public Uni<DatadogFoundEvent> get(@RestPath("event_id") String id) {
        var scope = scope(Permission.VIEW_EVENTS);
        return search.findPerhapsRounded(scope, DatadogIds.parse("event_id", id))
                .map(event -> event.orElseThrow(DatadogRejected::noSuchEvent))
                .map(translator::toFound);
    }

    @GET
    @BothKeysRequired
    @CountsAsRead
    @Parameter(name = "start", in = QUERY, schema = @Schema(type = INTEGER), required = true, description = "POSIX seconds, inclusive")
    @Parameter(name = "end", in = QUERY, schema = @Schema(type = INTEGER), required = true, description = "POSIX seconds, inclusive")
    @Parameter(name = "priority", in = QUERY, schema = @Schema(type = STRING), description = "normal or low")
    @Parameter(name = "sources", in = QUERY, schema = @Schema(type = STRING), description = "comma-separated, any of them")
    @Parameter(name = "tags", in = QUERY, schema = @Schema(type = STRING), description = "comma-separated, all of them; -tag excludes")
    @Parameter(name = "unaggregated", in = QUERY, schema = @Schema(type = BOOLEAN), description = "true allows page; nothing is ever aggregated")
    @Parameter(name = "exclude_aggregate", in = QUERY, schema = @Schema(type = BOOLEAN), description = "true allows page; nothing is ever aggregated")
    @Parameter(name = "page", in = QUERY, schema = @Schema(type = INTEGER), description = "0-based, 1000 events each")
    @Operation(summary = "Get a list of events, newest first, at most 1000", operationId = "datadogListEvents")
    public Uni<DatadogEventPage> list(UriInfo uri) {
        var scope = scope(Permission.VIEW_EVENTS);
        var filter = filterReader.read(uri.getQueryParameters()::getFirst);
        return search.newest(scope, DatadogSelections.of(filter), DatadogEventFilter.PAGE_SIZE, filter.offset())
                .map(translator::toPage);
    }

    /** Sent by old clients only. What was accepted stays, so that nobody can make an alert's cause disappear. */
    @DELETE
    @Path("/{event_id}")
    @BothKeysRequired
    @CountsAsRead
    @APIResponse(responseCode = "405", description = "Events are never deleted; retention lets them expire")
    @Operation(summary = "Refuse to delete an event", operationId = "datadogDeleteEvent")
    public Uni<Void> delete(@RestPath("event_id") String id) {
        throw new CallFailed(new Failure(405, "Events cannot be deleted; they stay until their retention ends.", List.of(),
                Map.of(HttpHeaders.ALLOW, "GET")));
    }

    private Scope scope(Permission permission) {
        return caller.scope(permission, null);
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure) {
        return DatadogAnswers.to(failure, DatadogApi.V1);
    }
}

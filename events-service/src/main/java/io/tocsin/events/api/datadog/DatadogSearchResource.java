package io.tocsin.events.api.datadog;

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
import io.tocsin.dialects.datadog.DatadogRejected;
import io.tocsin.dialects.datadog.v2.DatadogEventList;
import io.tocsin.dialects.datadog.v2.DatadogItemTranslator;
import io.tocsin.dialects.datadog.v2.DatadogSearchReader;
import io.tocsin.dialects.datadog.v2.DatadogSingleEvent;
import io.tocsin.dialects.datadog.v2.DatadogUids;
import io.tocsin.events.search.EventSearch;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.model.Scope;

/** Reading Datadog's events, version 2 (wire/datadog.md §4, §5 and §7.3). */
@Path("/api/v2/events")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Datadog events v2")
class DatadogSearchResource {

    private final EventSearch search;
    private final DatadogPages pages;
    private final Caller caller;
    private final Clock clock;

    private final DatadogSearchReader reader = new DatadogSearchReader();
    private final DatadogItemTranslator translator = new DatadogItemTranslator();

    DatadogSearchResource(EventSearch search, DatadogPages pages, Caller caller, Clock clock) {
        this.search = search;
        this.pages = pages;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @BothKeysRequired
    @CountsAsRead
    @Parameter(name = "filter[query]", in = QUERY, schema = @Schema(type = STRING), description = "in the event search language; default everything")
    @Parameter(name = "filter[from]", in = QUERY, schema = @Schema(type = STRING), description = "date math, epoch ms or ISO 8601; default now-15m")
    @Parameter(name = "filter[to]", in = QUERY, schema = @Schema(type = STRING), description = "the same, inclusive; default now")
    @Parameter(name = "sort", in = QUERY, schema = @Schema(type = STRING), description = "timestamp or -timestamp, which is the default")
    @Parameter(name = "page[cursor]", in = QUERY, schema = @Schema(type = STRING), description = "meta.page.after of the page before")
    @Parameter(name = "page[limit]", in = QUERY, schema = @Schema(type = INTEGER), description = "1 to 1000, default 10")
    @Operation(summary = "Get a list of events", operationId = "datadogListEventsV2")
    public Uni<DatadogEventList> list(UriInfo uri) {
        var scope = scope();
        return pages.of(scope, reader.read(uri.getQueryParameters()::getFirst, clock.instant()), uri.getPath());
    }

    /** The link to the next page has its parameters in the query, whichever verb follows it. */
    @GET
    @Path("/search")
    @BothKeysRequired
    @CountsAsRead
    @Operation(hidden = true)
    public Uni<DatadogEventList> follow(UriInfo uri) {
        return list(uri);
    }

    /** JSON is JSON whatever the caller calls it. */
    @POST
    @Path("/search")
    @Consumes(MediaType.WILDCARD)
    @BothKeysRequired
    @CountsAsRead
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DatadogSearchPost")))
    @Operation(summary = "Search events", operationId = "datadogSearchEvents")
    public Uni<DatadogEventList> search(byte[] body, UriInfo uri) {
        var scope = scope();
        return pages.of(scope, reader.read(body, uri.getQueryParameters()::getFirst, clock.instant()), uri.getPath());
    }

    @GET
    @Path("/{event_id}")
    @BothKeysRequired
    @CountsAsRead
    @Operation(summary = "Get an event", operationId = "datadogGetEventV2")
    public Uni<DatadogSingleEvent> get(@RestPath("event_id") String uid) {
        var scope = scope();
        return DatadogUids.parse(uid)
                .map(known -> search.find(scope, known))
                .orElseThrow(DatadogRejected::noSuchEvent)
                .map(event -> event.orElseThrow(DatadogRejected::noSuchEvent))
                .map(translator::toSingle);
    }

    private Scope scope() {
        return caller.scope(Permission.VIEW_EVENTS, null);
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure) {
        return DatadogAnswers.to(failure, DatadogApi.V2_SEARCH);
    }
}

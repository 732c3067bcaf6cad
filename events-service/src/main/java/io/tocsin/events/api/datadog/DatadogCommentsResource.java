package io.tocsin.events.api.datadog;

import java.time.Clock;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.datadog.DatadogCommentAnswer;
import io.tocsin.dialects.datadog.DatadogCommentReader;
import io.tocsin.dialects.datadog.DatadogCommentTranslator;
import io.tocsin.dialects.datadog.DatadogIds;
import io.tocsin.events.record.EventLog;
import io.tocsin.events.search.EventSearch;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.limits.CountsAsIngest;
import io.tocsin.http.server.PublicUrl;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;

/** The comments of old clients (wire/datadog.md §3.5), which are events that can be worded anew. */
@Path("/api/v1/comments")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Datadog events v1")
class DatadogCommentsResource {

    private final EventLog log;
    private final EventSearch search;
    private final Caller caller;
    private final Clock clock;
    private final PublicUrl publicUrl;

    private final DatadogCommentReader reader = new DatadogCommentReader();
    private final DatadogCommentTranslator translator = new DatadogCommentTranslator();

    DatadogCommentsResource(EventLog log, EventSearch search, Caller caller, Clock clock, PublicUrl publicUrl) {
        this.log = log;
        this.search = search;
        this.caller = caller;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @ApiKeyRequired
    @CountsAsIngest
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DatadogCommentPost")))
    @Operation(summary = "Post a comment", operationId = "datadogPostComment")
    public Uni<DatadogCommentAnswer> post(byte[] body) {
        var scope = scope();
        var author = caller.principal().user().email();
        var said = translator.toModel(reader.read(body), author, clock.instant());
        return log.record(scope, said)
                .map(comment -> translator.toAnswer(comment, publicUrl::of));
    }

    @PUT
    @Path("/{comment_id}")
    @Consumes(MediaType.WILDCARD)
    @ApiKeyRequired
    @CountsAsIngest
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DatadogCommentPost")))
    @Operation(summary = "Word a comment anew", operationId = "datadogPutComment")
    public Uni<DatadogCommentAnswer> put(@RestPath("comment_id") String id, byte[] body) {
        var scope = scope();
        var said = reader.read(body);
        return search.find(scope, DatadogIds.parse("comment_id", id))
                .map(event -> event.orElseThrow(DatadogCommentTranslator::noSuchComment))
                .chain(event -> amend(scope, event, translator.changed(event, said)))
                .map(comment -> translator.toAnswer(comment, publicUrl::of));
    }

    private Uni<Event> amend(Scope scope, Event before, Event after) {
        return log.amend(caller.editor(scope.accountGroup()), before, after)
                .replaceWith(after);
    }

    private Scope scope() {
        return caller.scope(Permission.INGEST_EVENTS, null);
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure) {
        return DatadogAnswers.to(failure, DatadogApi.V1);
    }
}

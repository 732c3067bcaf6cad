package io.tocsin.events.api.datadog;

import java.time.Clock;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.datadog.v2.DatadogCreationReader;
import io.tocsin.dialects.datadog.v2.DatadogCreationReceipt;
import io.tocsin.dialects.datadog.v2.DatadogCreationTranslator;
import io.tocsin.events.record.EventLog;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.limits.CountsAsIngest;
import io.tocsin.http.server.PublicUrl;

/** Posting events to Datadog's version 2 (wire/datadog.md §7.1 and §7.2), whose errors have a form of their own. */
@Path("/api/v2/events")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Datadog events v2")
class DatadogCreationResource {

    private final EventLog log;
    private final Caller caller;
    private final Clock clock;
    private final PublicUrl publicUrl;

    private final DatadogCreationReader reader = new DatadogCreationReader();
    private final DatadogCreationTranslator translator = new DatadogCreationTranslator();

    DatadogCreationResource(EventLog log, Caller caller, Clock clock, PublicUrl publicUrl) {
        this.log = log;
        this.caller = caller;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** JSON is JSON whatever the caller calls it. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @ApiKeyRequired
    @CountsAsIngest
    @ResponseStatus(StatusCode.ACCEPTED)
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DatadogCreationPost")))
    @APIResponseSchema(value = DatadogCreationReceipt.class, responseCode = "202", responseDescription = "Stored")
    @Operation(summary = "Post a change or an alert", operationId = "datadogPostEventV2")
    public Uni<DatadogCreationReceipt> post(byte[] body) {
        var scope = caller.scope(Permission.INGEST_EVENTS, null);
        var posted = reader.read(body, clock.instant());
        return log.record(scope, translator.toModel(posted))
                .map(event -> translator.toReceipt(event, publicUrl::of));
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure) {
        return DatadogAnswers.to(failure, DatadogApi.V2_CREATE);
    }
}

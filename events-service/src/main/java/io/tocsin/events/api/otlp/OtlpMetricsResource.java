package io.tocsin.events.api.otlp;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.result.ResultLog;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.limits.CountsAsIngest;
import io.tocsin.http.limits.CurrentCall;
import io.tocsin.http.problem.Failure;

/** OTLP/HTTP, signal metrics. */
@Path(OtlpMetricsResource.PATH)
@Authenticated
@Cancellable(false)
@Tag(name = "OpenTelemetry")
class OtlpMetricsResource {

    static final String PATH = "/v1/metrics";

    private final ResultLog log;
    private final Caller caller;
    private final CurrentCall call;
    private final OtlpIntake intake;

    OtlpMetricsResource(ResultLog log, Caller caller, CurrentCall call, OtlpIntake intake) {
        this.log = log;
        this.caller = caller;
        this.call = call;
        this.intake = intake;
    }

    @POST
    @CountsAsIngest
    @Consumes({ OtlpAnswers.PROTOBUF, MediaType.APPLICATION_JSON })
    @RequestBody(required = true, content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "OtlpMetricsPost")),
            @Content(mediaType = OtlpAnswers.PROTOBUF, schema = @Schema(type = SchemaType.STRING, format = "binary")) })
    @Operation(summary = "Take the test results in a stream of ThousandEyes for OpenTelemetry", operationId = "exportMetrics")
    public Uni<RestResponse<Object>> export(@QueryParam("aid") String aid, HttpHeaders headers, byte[] body) {
        caller.scope(Permission.INGEST_EVENTS, aid);
        var request = OtlpRequest.of(headers, body);
        return intake.translate(request, new Destination(caller.principal(), aid))
                .invoke(translation -> call.countAlso(translation.results().size() - 1))
                .chain(translation -> record(translation, request));
    }

    private Uni<RestResponse<Object>> record(Translation translation, OtlpRequest request) {
        return log.record(translation.results())
                .map(receipt -> OtlpAnswers.taken(translation.rejections(), request.isProtobuf()));
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure, HttpHeaders headers) {
        return OtlpAnswers.failed(Failure.of(failure), OtlpAnswers.isProtobuf(headers.getMediaType()));
    }
}

package io.tocsin.events.api.thousandeyes;

import java.io.IOException;
import java.time.Clock;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.result.ResultLog;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.limits.CountsAsIngest;
import io.tocsin.http.limits.CurrentCall;

/** Test results in, in the form in which ThousandEyes gives them out (wire/thousandeyes.md §7). */
@Path("/v7/test-results")
@Produces(HalJson.MEDIA_TYPE)
@Authenticated
@Cancellable(false)
@Tag(name = "Test results")
class ThousandEyesTestResultsResource {

    private final ResultLog log;
    private final Caller caller;
    private final CurrentCall call;
    private final ObjectMapper json;
    private final Clock clock;

    ThousandEyesTestResultsResource(ResultLog log, Caller caller, CurrentCall call, ObjectMapper json, Clock clock) {
        this.log = log;
        this.caller = caller;
        this.call = call;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @CountsAsIngest
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TestResultsPost")))
    @Operation(summary = "Post test results: all of them are stored or none", operationId = "postTestResults")
    public Uni<TestResultsReceipt> post(@QueryParam("aid") String aid, byte[] body) throws IOException {
        var scope = caller.scope(Permission.INGEST_EVENTS, aid);
        var results = new ResultReception(scope, clock.instant()).read(json.readTree(body == null ? new byte[0] : body));
        call.countAlso(results.size() - 1);
        return log.record(results)
                .map(TestResultsReceipt::of);
    }
}

package io.tocsin.events.api.thousandeyes;

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
    private final TestResultsBodies bodies;

    ThousandEyesTestResultsResource(ResultLog log, Caller caller, CurrentCall call, TestResultsBodies bodies) {
        this.log = log;
        this.caller = caller;
        this.call = call;
        this.bodies = bodies;
    }

    @POST
    @CountsAsIngest
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TestResultsPost")))
    @Operation(summary = "Post test results: all of them are stored or none", operationId = "postTestResults")
    public Uni<TestResultsReceipt> post(@QueryParam("aid") String aid, byte[] body) {
        return bodies.read(caller.scope(Permission.INGEST_EVENTS, aid), body)
                .invoke(results -> call.countAlso(results.size() - 1))
                .chain(log::record)
                .map(TestResultsReceipt::of);
    }
}

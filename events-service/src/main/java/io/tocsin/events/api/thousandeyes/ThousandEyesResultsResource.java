package io.tocsin.events.api.thousandeyes;

import java.util.function.Function;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.thousandeyes.result.Layers;
import io.tocsin.events.result.ResultQuery;
import io.tocsin.events.result.SeenBook;
import io.tocsin.events.result.SeenTest;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.model.result.ResultLayer;
import io.vertx.core.http.HttpServerRequest;

/** Test results out again, where the links of alerts lead (wire/thousandeyes.md §7). */
@Path("/v7/test-results/{testId}")
@Produces(HalJson.MEDIA_TYPE)
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Test results")
class ThousandEyesResultsResource {

    private final SeenBook seen;
    private final ResultPages pages;
    private final Caller caller;

    ThousandEyesResultsResource(SeenBook seen, ResultPages pages, Caller caller) {
        this.seen = seen;
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List results of the layer which the test has its type from", operationId = "getTestResults")
    public Uni<ResultPage> all(@PathParam("testId") String testId, @BeanParam ResultParameters parameters,
            @Context HttpServerRequest call) {
        return page(testId, parameters, call, test -> query(test, Layers.of(test.test().type()), parameters));
    }

    @GET
    @Path("{layer}")
    @Operation(summary = "List results of a layer", operationId = "getTestResultsOfLayer")
    public Uni<ResultPage> ofLayer(@PathParam("testId") String testId, @PathParam("layer") String layer,
            @BeanParam ResultParameters parameters, @Context HttpServerRequest call) {
        var named = layer(layer);
        return page(testId, parameters, call, test -> query(test, named, parameters));
    }

    @GET
    @Path("dns-server/{serverId}")
    @Operation(summary = "List results about a name server", operationId = "getTestResultsOfServer")
    public Uni<ResultPage> ofServer(@PathParam("testId") String testId, @PathParam("serverId") String serverId,
            @BeanParam ResultParameters parameters, @Context HttpServerRequest call) {
        return page(testId, parameters, call, test -> query(test, ResultLayer.DNS_SERVER, parameters).about(serverId));
    }

    @GET
    @Path("{layer}/agent/{agentId}/round/{roundId}")
    @Operation(summary = "Get the results of an agent in a round", operationId = "getTestResultsOfRound")
    public Uni<ResultPage> ofRound(@BeanParam RoundPath path, @BeanParam ResultParameters parameters,
            @Context HttpServerRequest call) {
        var named = layer(path.layer);
        var round = round(path.roundId);
        return page(path.testId, parameters, call,
                test -> query(test, named, parameters).from(path.agentId).between(round, round));
    }

    private Uni<ResultPage> page(String testId, ResultParameters parameters, HttpServerRequest call,
            Function<SeenTest, ResultQuery> query) {
        return seen(testId, parameters)
                .chain(test -> pages.page(test, query.apply(test), parameters, call));
    }

    private Uni<SeenTest> seen(String testId, ResultParameters parameters) {
        return seen.test(caller.scope(Permission.VIEW_EVENTS, parameters.aid), testId)
                .map(found -> found.orElseThrow(NotFoundException::new));
    }

    private ResultQuery query(SeenTest test, ResultLayer layer, ResultParameters parameters) {
        return ResultQuery.of(caller.scope(Permission.VIEW_EVENTS, parameters.aid), test.test(), layer);
    }

    /** What is no number is merely unknown. */
    private static long round(String roundId) {
        if (!roundId.matches("\\d{1,12}")) {
            throw new NotFoundException();
        }
        return Long.parseLong(roundId);
    }

    private static ResultLayer layer(String word) {
        return Layers.named(word).orElseThrow(NotFoundException::new);
    }
}

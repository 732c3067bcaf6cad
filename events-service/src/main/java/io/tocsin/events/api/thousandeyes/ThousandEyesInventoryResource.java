package io.tocsin.events.api.thousandeyes;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.result.SeenBook;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.model.Scope;

/** What the links of alerts and results lead to (wire/thousandeyes.md §1.10): tests, agents, monitors, account groups. */
@Path("/v7")
@Produces(HalJson.MEDIA_TYPE)
@Authenticated
@Cancellable(false)
@Tag(name = "Tests and agents")
class ThousandEyesInventoryResource {

    private static final String MONITORS = "/v7/monitors";
    private static final String ACCOUNT_GROUPS = "/v7/account-groups";

    private final SeenBook seen;
    private final Caller caller;
    private final Links links;

    ThousandEyesInventoryResource(SeenBook seen, Caller caller, Links links) {
        this.seen = seen;
        this.caller = caller;
        this.links = links;
    }

    @GET
    @CountsAsRead
    @Path("tests/{testId}")
    @Operation(summary = "Get a test of which results came", operationId = "getTest")
    public Uni<SimpleTest> test(@PathParam("testId") String testId, @QueryParam("aid") String aid) {
        return seen.test(scope(aid), testId)
                .map(found -> found.orElseThrow(NotFoundException::new))
                .map(found -> SimpleTest.of(found, links.one(Links.TESTS, testId, aid)));
    }

    @GET
    @CountsAsRead
    @Path("agents/{agentId}")
    @Operation(summary = "Get an agent from which results came", operationId = "getAgent")
    public Uni<Agent> agent(@PathParam("agentId") String agentId, @QueryParam("aid") String aid) {
        return seen.agent(scope(aid), agentId)
                .map(found -> found.orElseThrow(NotFoundException::new))
                .map(found -> Agent.of(found, links.one(Links.AGENTS, agentId, aid)));
    }

    @GET
    @CountsAsRead
    @Path("monitors")
    @Operation(summary = "List the monitors from which results came", operationId = "getMonitors")
    public Uni<MonitorList> monitors(@QueryParam("aid") String aid) {
        return seen.monitors(scope(aid))
                .map(found -> found.stream().map(MonitorList.Monitor::of).toList())
                .map(found -> new MonitorList(found, links.collection(MONITORS, aid)));
    }

    @GET
    @CountsAsRead
    @Path("account-groups")
    @Operation(summary = "List the account groups of the credential", operationId = "getAccountGroups")
    public AccountGroupList accountGroups(@QueryParam("aid") String aid) {
        return AccountGroupList.of(caller.principal(), aid, links.collection(ACCOUNT_GROUPS, aid));
    }

    private Scope scope(String aid) {
        return caller.scope(Permission.VIEW_EVENTS, aid);
    }
}

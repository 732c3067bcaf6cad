package io.tocsin.alerts.api.thousandeyes.v6;

import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.alert.AlertBook;
import io.tocsin.alerts.alert.AlertWithSources;
import io.tocsin.alerts.api.thousandeyes.Access;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.problem.Failure;
import io.tocsin.model.Scope;
import io.vertx.core.http.HttpServerRequest;

/** ThousandEyes' alerts, version 6 (wire/thousandeyes.md §6.3). Where these paths come from: {@link V6Routing}. */
@Path("/v6")
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Alerts v6")
class V6AlertsResource {

    private final AlertBook alerts;
    private final V6AlertPages pages;
    private final V6Bodies bodies;
    private final Access access;

    V6AlertsResource(AlertBook alerts, V6AlertPages pages, V6Bodies bodies, Access access) {
        this.alerts = alerts;
        this.pages = pages;
        this.bodies = bodies;
        this.access = access;
    }

    @GET
    @Path("alerts.{format}")
    @Operation(summary = "List alerts: those which are active, or those of a range", operationId = "v6GetAlerts")
    public Uni<RestResponse<Object>> list(@RestPath String format, @BeanParam V6AlertParameters parameters,
            @Context HttpServerRequest call) {
        var scope = access.toViewAlerts(parameters.aid);
        return pages.page(scope, parameters, format, call)
                .map(page -> bodies.ok(format, page));
    }

    @GET
    @Path("alerts/{alertId}.{format}")
    @Operation(summary = "Get an alert; an unknown one is an empty list", operationId = "v6GetAlert")
    public Uni<RestResponse<Object>> get(@RestPath String alertId, @RestPath String format, @RestQuery String aid) {
        var scope = access.toViewAlerts(aid);
        return find(scope, alertId)
                .chain(found -> pages.alone(scope, found, format, aid))
                .map(alert -> bodies.ok(format, alert));
    }

    /** By its number, or by the UUID which late v6 had. Anything else is merely unknown. */
    private Uni<Optional<AlertWithSources>> find(Scope scope, String id) {
        if (id.matches("\\d{1,18}")) {
            return alerts.find(scope, Long.parseLong(id));
        }
        return id.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                ? alerts.find(scope, UUID.fromString(id))
                : Uni.createFrom().item(Optional.empty());
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure, UriInfo uri) {
        return bodies.failed(Failure.of(failure), uri.getPath());
    }
}

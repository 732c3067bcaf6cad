package io.tocsin.alerts.api.thousandeyes;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.alert.Alert;
import io.tocsin.alerts.alert.AlertBook;
import io.tocsin.dialects.thousandeyes.AlertDetail;
import io.tocsin.dialects.thousandeyes.AlertPage;
import io.tocsin.dialects.thousandeyes.HalLink;
import io.tocsin.dialects.thousandeyes.PageLinks;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.paging.PageUrls;
import io.tocsin.http.paging.Shown;
import io.vertx.core.http.HttpServerRequest;

/** ThousandEyes' alerts, version 7 (wire/thousandeyes.md §3.1 to §3.3). */
@Path(Links.ALERTS)
@Produces(HalJson.MEDIA_TYPE)
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Alerts")
class ThousandEyesAlertsResource {

    private final AlertBook alerts;
    private final AlertTranslator translator;
    private final Access access;
    private final PageUrls urls;
    private final Clock clock;

    ThousandEyesAlertsResource(
            AlertBook alerts, AlertTranslator translator, Access access, PageUrls urls, Clock clock) {
        this.alerts = alerts;
        this.translator = translator;
        this.access = access;
        this.urls = urls;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List alerts", operationId = "getAlerts")
    public Uni<AlertPage> list(@BeanParam AlertParameters parameters, @Context HttpServerRequest call) {
        var request = AlertRequest.of(access.toViewAlerts(parameters.aid), parameters, clock);
        return alerts.list(request.scope(), request.filter(), request.after(), request.max() + 1)
                .map(found -> page(found, request, parameters, call));
    }

    private AlertPage page(List<Alert> found, AlertRequest request, AlertParameters parameters, HttpServerRequest call) {
        var shown = Shown.of(found, request.max());
        var next = shown.goesOnAfter().map(last -> new HalLink(urls.at(call, request.cursorAfter(last)))).orElse(null);
        return new AlertPage(translator.items(shown.items(), parameters.aid),
                new PageLinks(new HalLink(urls.self(call)), next, null));
    }

    @GET
    @Path("{alertId}")
    @Operation(summary = "Get an alert", operationId = "getAlert")
    public Uni<AlertDetail> get(@PathParam("alertId") String alertId, @QueryParam("aid") String aid) {
        return alerts.find(access.toViewAlerts(aid), uuid(alertId))
                .map(found -> found.orElseThrow(NotFoundException::new))
                .map(found -> translator.detail(found, aid));
    }

    /** An id that is no UUID is merely unknown. */
    private static UUID uuid(String alertId) {
        try {
            return UUID.fromString(alertId);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}

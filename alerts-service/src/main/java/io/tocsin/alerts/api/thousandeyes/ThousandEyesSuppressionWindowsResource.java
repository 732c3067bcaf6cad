package io.tocsin.alerts.api.thousandeyes;

import java.net.URI;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.suppression.SuppressionBook;
import io.tocsin.alerts.suppression.SuppressionWindow;
import io.tocsin.alerts.suppression.WindowSettings;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.model.Scope;

/** ThousandEyes' alert suppression windows, version 7 (wire/thousandeyes.md §3.7). */
@Path(Links.WINDOWS)
@Produces(HalJson.MEDIA_TYPE)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Alert suppression windows")
class ThousandEyesSuppressionWindowsResource {

    private final SuppressionBook windows;
    private final WindowTranslator translator;
    private final TestItems tests;
    private final Access access;

    ThousandEyesSuppressionWindowsResource(SuppressionBook windows, WindowTranslator translator, TestItems tests,
            Access access) {
        this.windows = windows;
        this.translator = translator;
        this.tests = tests;
        this.access = access;
    }

    @GET
    @Operation(summary = "List alert suppression windows", operationId = "getAlertSuppressionWindows")
    public Uni<WindowList> list(@QueryParam("aid") String aid) {
        return windows.list(access.toViewWindows(aid))
                .map(found -> translator.list(found, aid));
    }

    @POST
    @Operation(summary = "Create an alert suppression window", operationId = "createAlertSuppressionWindow")
    public Uni<RestResponse<WindowAnswer>> create(@QueryParam("aid") String aid, @QueryParam("expand") String expand,
            @NotNull WindowSettings window) {
        var editor = access.toEditWindows(aid);
        return windows.create(editor, window)
                .chain(made -> detail(made, editor.scope(), aid, expand))
                .map(ThousandEyesSuppressionWindowsResource::created);
    }

    @GET
    @Path("{windowId}")
    @Operation(summary = "Get an alert suppression window", operationId = "getAlertSuppressionWindow")
    public Uni<WindowAnswer> get(@PathParam("windowId") String windowId, @QueryParam("aid") String aid,
            @QueryParam("expand") String expand) {
        var scope = access.toViewWindows(aid);
        return windows.find(scope, Numbers.id(windowId))
                .map(ThousandEyesSuppressionWindowsResource::orNotFound)
                .chain(window -> detail(window, scope, aid, expand));
    }

    @PUT
    @Path("{windowId}")
    @Operation(summary = "Replace an alert suppression window", operationId = "updateAlertSuppressionWindow")
    public Uni<WindowAnswer> replace(@PathParam("windowId") String windowId, @QueryParam("aid") String aid,
            @QueryParam("expand") String expand, @NotNull WindowSettings window) {
        var editor = access.toEditWindows(aid);
        return windows.replace(editor, Numbers.id(windowId), window)
                .map(ThousandEyesSuppressionWindowsResource::orNotFound)
                .chain(changed -> detail(changed, editor.scope(), aid, expand));
    }

    @DELETE
    @Path("{windowId}")
    @Operation(summary = "Delete an alert suppression window", operationId = "deleteAlertSuppressionWindow")
    public Uni<Void> delete(@PathParam("windowId") String windowId, @QueryParam("aid") String aid) {
        return windows.delete(access.toEditWindows(aid), Numbers.id(windowId))
                .map(ThousandEyesSuppressionWindowsResource::orNotFound)
                .replaceWithVoid();
    }

    private Uni<WindowAnswer> detail(SuppressionWindow window, Scope scope, String aid, String expand) {
        return WindowTranslator.wantsTests(expand)
                ? tests.of(scope, window.settings().testIds(), aid).map(found -> translator.answer(window, found, aid))
                : Uni.createFrom().item(translator.answer(window, null, aid));
    }

    private static SuppressionWindow orNotFound(Optional<SuppressionWindow> window) {
        return window.orElseThrow(NotFoundException::new);
    }

    private static RestResponse<WindowAnswer> created(WindowAnswer answer) {
        return ResponseBuilder.<WindowAnswer>created(URI.create(answer.links().self().href()))
                .entity(answer)
                .build();
    }
}

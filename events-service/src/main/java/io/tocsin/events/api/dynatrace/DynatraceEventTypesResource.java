package io.tocsin.events.api.dynatrace;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.tocsin.dialects.dynatrace.DynatraceEventType;
import io.tocsin.dialects.dynatrace.DynatraceEventTypePage;
import io.tocsin.dialects.dynatrace.DynatraceEventTypes;
import io.tocsin.dialects.dynatrace.DynatracePaging;
import io.tocsin.dialects.dynatrace.DynatraceRejected;
import io.tocsin.http.limits.CountsAsRead;

/** Which types events have (wire/dynatrace.md §7). */
@Path("/e/{environment}/api/v2/eventTypes")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@TokenRequired
@Tag(name = "Dynatrace events v2")
class DynatraceEventTypesResource {

    private final Environments environments;

    DynatraceEventTypesResource(Environments environments) {
        this.environments = environments;
    }

    @GET
    @CountsAsRead
    @Parameter(name = "pageSize", in = QUERY, schema = @Schema(type = INTEGER), description = "1 to 500; default 100")
    @Parameter(name = "nextPageKey", in = QUERY, schema = @Schema(type = STRING), description = "of the page before; no other parameter may stand beside it")
    @Operation(summary = "List event types", operationId = "dynatraceListEventTypes")
    public DynatraceEventTypePage list(@RestPath String environment, UriInfo uri) {
        environments.scope(environment, TokenScope.READ);
        var parameters = uri.getQueryParameters();
        var key = parameters.getFirst(DynatracePaging.NEXT_PAGE_KEY);
        if (key != null) {
            DynatracePaging.alone(parameters.keySet(), Set.of("pageSize"));
        }
        return DynatraceEventTypePage.of(DynatracePaging.Page.of(DynatraceEventTypes.all(), parameters.getFirst("pageSize"),
                key));
    }

    @GET
    @CountsAsRead
    @Path("/{type}")
    @Operation(summary = "Get an event type", operationId = "dynatraceGetEventType")
    public DynatraceEventType get(@RestPath String environment, @RestPath String type) {
        environments.scope(environment, TokenScope.READ);
        return DynatraceEventTypes.named(DynatraceEventTypes.stored(type))
                .orElseThrow(() -> DynatraceRejected.notFound("There is no event type '" + type + "'."));
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure) {
        return DynatraceAnswers.to(failure);
    }
}

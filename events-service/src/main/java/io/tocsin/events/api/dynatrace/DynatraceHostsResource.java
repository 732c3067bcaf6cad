package io.tocsin.events.api.dynatrace;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.DynatraceEntities;
import io.tocsin.dialects.dynatrace.DynatraceHost;
import io.tocsin.events.entity.EntityBook;
import io.tocsin.events.entity.EntityFilter.OfTypes;
import io.tocsin.http.limits.CountsAsRead;

/** The hosts, version 1: asked by the Kubernetes operator before it marks one of them for termination. */
@Path("/e/{environment}/api/v1/entity/infrastructure/hosts")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@TokenRequired
@Tag(name = "Dynatrace events v1")
class DynatraceHostsResource {

    private final EntityBook entities;
    private final Environments environments;
    private final DynatraceConfig config;

    DynatraceHostsResource(EntityBook entities, Environments environments, DynatraceConfig config) {
        this.entities = entities;
        this.environments = environments;
        this.config = config;
    }

    @GET
    @CountsAsRead
    @Operation(summary = "The hosts which events named", operationId = "dynatraceListHosts")
    public Uni<List<DynatraceHost>> hosts(@RestPath String environment) {
        var scope = environments.scope(environment, TokenScope.FEED);
        return entities.select(scope, new OfTypes(Set.of(DynatraceEntities.HOST)), config.entitiesPerSelector())
                .map(found -> found.stream().map(one -> DynatraceHost.of(one.entity(), one.tags())).toList());
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure) {
        return DynatraceAnswers.to(failure);
    }
}

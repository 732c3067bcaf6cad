package io.tocsin.events.api.dynatrace;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.DynatraceRejected;
import io.tocsin.dialects.dynatrace.DynatraceTag;
import io.tocsin.dialects.dynatrace.DynatraceTagList;
import io.tocsin.dialects.dynatrace.DynatraceTagReader;
import io.tocsin.dialects.dynatrace.DynatraceTagReceipt;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.limits.CountsAsIngest;
import io.tocsin.http.limits.CountsAsRead;

/** Dynatrace's custom tags, version 2: what attach rules and selectors go by. */
@Path("/e/{environment}/api/v2/tags")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@TokenRequired
@Tag(name = "Dynatrace tags v2")
class DynatraceTagsResource {

    private final EntityTags tags;
    private final Environments environments;
    private final Caller caller;

    private final DynatraceTagReader reader = new DynatraceTagReader();

    DynatraceTagsResource(EntityTags tags, Environments environments, Caller caller) {
        this.caller = caller;
        this.tags = tags;
        this.environments = environments;
    }

    @GET
    @CountsAsRead
    @Operation(summary = "List the tags of entities", operationId = "dynatraceListTags")
    public Uni<DynatraceTagList> list(@RestPath String environment, @RestQuery String entitySelector) {
        var scope = environments.scope(environment, TokenScope.READ_ENTITIES);
        return tags.list(scope, entitySelector);
    }

    @POST
    @CountsAsIngest
    @Consumes(MediaType.WILDCARD)
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "DynatraceTagsPost")))
    @Operation(summary = "Give tags to entities", operationId = "dynatraceAddTags")
    public Uni<DynatraceTagReceipt> add(@RestPath String environment, @RestQuery String entitySelector, byte[] body) {
        var scope = environments.scope(environment, TokenScope.WRITE_ENTITIES);
        return tags.add(caller.editor(scope.accountGroup()), entitySelector, reader.read(body));
    }

    @DELETE
    @CountsAsIngest
    @Operation(summary = "Take a tag from entities", operationId = "dynatraceRemoveTag")
    public Uni<DynatraceTagReceipt> remove(@RestPath String environment, @RestQuery String entitySelector,
            @RestQuery String key, @RestQuery String value, @RestQuery String deleteAllWithKey) {
        var scope = environments.scope(environment, TokenScope.WRITE_ENTITIES);
        if (key == null || key.isEmpty()) {
            throw DynatraceRejected.query("key", "must not be null or empty.");
        }
        return tags.remove(caller.editor(scope.accountGroup()), entitySelector, new DynatraceTag(DynatraceTag.CONTEXTLESS, key,
                value),
                "true".equalsIgnoreCase(deleteAllWithKey));
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure) {
        return DynatraceAnswers.to(failure);
    }
}

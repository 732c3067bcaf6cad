package io.tocsin.alerts.api.thousandeyes.v6;

import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.api.thousandeyes.Access;
import io.tocsin.alerts.api.thousandeyes.Numbers;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.rule.RuleBook;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.problem.Failure;

/** ThousandEyes' alert rules, version 6 (wire/thousandeyes.md §6.2). Where these paths come from: {@link V6Routing}. */
@Path("/v6")
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Alert rules v6")
class V6RulesResource {

    private final RuleBook rules;
    private final V6RuleTranslator translator;
    private final V6RuleReader reader;
    private final V6Bodies bodies;
    private final Access access;

    V6RulesResource(RuleBook rules, V6RuleTranslator translator, V6RuleReader reader, V6Bodies bodies, Access access) {
        this.rules = rules;
        this.translator = translator;
        this.reader = reader;
        this.bodies = bodies;
        this.access = access;
    }

    @GET
    @Path("alert-rules.{format}")
    @Operation(summary = "List alert rules", operationId = "v6GetAlertRules")
    public Uni<RestResponse<Object>> list(@RestPath String format, @RestQuery String aid) {
        return rules.list(access.toViewRules(aid))
                .map(found -> bodies.ok(format, translator.list(found)));
    }

    @GET
    @Path("alert-rules/{ruleId}.{format}")
    @Operation(summary = "Get an alert rule", operationId = "v6GetAlertRule")
    public Uni<RestResponse<Object>> get(@RestPath String ruleId, @RestPath String format, @RestQuery String aid) {
        return rules.find(access.toViewRules(aid), Numbers.id(ruleId))
                .map(V6RulesResource::orNotFound)
                .map(rule -> bodies.ok(format, translator.alone(rule)));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Path("alert-rules/new.{format}")
    @Operation(summary = "Create an alert rule", operationId = "v6CreateAlertRule")
    public Uni<RestResponse<Object>> create(@RestPath String format, @RestQuery String aid, byte[] body) {
        return rules.create(access.toEditRules(aid), reader.read(body))
                .map(rule -> bodies.created(format, translator.changed(rule)));
    }

    /** What the body does not name stays as it is. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Path("alert-rules/{ruleId}/update.{format}")
    @Operation(summary = "Change an alert rule", operationId = "v6UpdateAlertRule")
    public Uni<RestResponse<Object>> update(@RestPath String ruleId, @RestPath String format, @RestQuery String aid,
            byte[] body) {
        var editor = access.toEditRules(aid);
        return rules.find(editor.scope(), Numbers.id(ruleId))
                .map(V6RulesResource::orNotFound)
                .chain(rule -> rules.replace(editor, rule.id(), reader.read(body, rule.settings())))
                .map(V6RulesResource::orNotFound)
                .map(rule -> bodies.ok(format, translator.changed(rule)));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Path("alert-rules/{ruleId}/delete.{format}")
    @Operation(summary = "Delete an alert rule", operationId = "v6DeleteAlertRule")
    public Uni<RestResponse<Object>> delete(@RestPath String ruleId, @RestQuery String aid) {
        return rules.delete(access.toEditRules(aid), Numbers.id(ruleId))
                .map(V6RulesResource::orNotFound)
                .map(deleted -> RestResponse.noContent());
    }

    private static Rule orNotFound(Optional<Rule> rule) {
        return rule.orElseThrow(NotFoundException::new);
    }

    @ServerExceptionMapper
    RestResponse<Object> failed(Throwable failure, UriInfo uri) {
        return bodies.failed(Failure.of(failure), uri.getPath());
    }
}

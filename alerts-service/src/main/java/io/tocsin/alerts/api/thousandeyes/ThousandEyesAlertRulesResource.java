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
import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.rule.RuleBook;
import io.tocsin.alerts.rule.RuleSettings;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;

/** ThousandEyes' alert rules, version 7 (wire/thousandeyes.md §3.5). */
@Path(Links.RULES)
@Produces(HalJson.MEDIA_TYPE)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Alert rules")
class ThousandEyesAlertRulesResource {

    private final RuleBook rules;
    private final RuleTranslator translator;
    private final TestItems tests;
    private final Access access;

    ThousandEyesAlertRulesResource(RuleBook rules, RuleTranslator translator, TestItems tests, Access access) {
        this.rules = rules;
        this.translator = translator;
        this.tests = tests;
        this.access = access;
    }

    @GET
    @Operation(summary = "List alert rules", operationId = "getAlertsRules")
    public Uni<RuleList> list(@QueryParam("aid") String aid) {
        return rules.list(access.toViewRules(aid))
                .map(found -> translator.list(found, aid));
    }

    @POST
    @Operation(summary = "Create an alert rule", operationId = "createAlertRule")
    public Uni<RestResponse<RuleAnswer>> create(@QueryParam("aid") String aid, @NotNull RuleSettings rule) {
        return rules.create(access.toEditRules(aid), rule)
                .map(made -> created(translator.answer(made, aid)));
    }

    @GET
    @Path("{ruleId}")
    @Operation(summary = "Get an alert rule", operationId = "getAlertRule")
    public Uni<RuleDetail> get(@PathParam("ruleId") String ruleId, @QueryParam("aid") String aid) {
        return rules.find(access.toViewRules(aid), Numbers.id(ruleId))
                .map(ThousandEyesAlertRulesResource::orNotFound)
                .chain(rule -> tests.of(rule.scope(), rule.settings().testIds(), aid)
                        .map(found -> translator.detail(rule, found, aid)));
    }

    @PUT
    @Path("{ruleId}")
    @Operation(summary = "Replace an alert rule", operationId = "updateAlertRule")
    public Uni<RuleAnswer> replace(@PathParam("ruleId") String ruleId, @QueryParam("aid") String aid,
            @NotNull RuleSettings rule) {
        return rules.replace(access.toEditRules(aid), Numbers.id(ruleId), rule)
                .map(ThousandEyesAlertRulesResource::orNotFound)
                .map(changed -> translator.answer(changed, aid));
    }

    @DELETE
    @Path("{ruleId}")
    @Operation(summary = "Delete an alert rule", operationId = "deleteAlertRule")
    public Uni<Void> delete(@PathParam("ruleId") String ruleId, @QueryParam("aid") String aid) {
        return rules.delete(access.toEditRules(aid), Numbers.id(ruleId))
                .map(ThousandEyesAlertRulesResource::orNotFound)
                .replaceWithVoid();
    }

    private static Rule orNotFound(Optional<Rule> rule) {
        return rule.orElseThrow(NotFoundException::new);
    }

    private static RestResponse<RuleAnswer> created(RuleAnswer answer) {
        return ResponseBuilder.<RuleAnswer>created(URI.create(answer.links().self().href()))
                .entity(answer)
                .build();
    }
}

package io.tocsin.alerts.api.thousandeyes;

import java.io.IOException;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.explanation.RuleExplainer;
import io.tocsin.alerts.explanation.RuleExplanation;
import io.tocsin.alerts.rule.RuleBook;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;

/** Why a rule alerts, or does not. Tocsin's own: ThousandEyes has nothing like it. */
@Path(Links.RULES + "/{ruleId}/explain")
@Produces(HalJson.MEDIA_TYPE)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
@Tag(name = "Alert rules")
class ThousandEyesExplanationResource {

    private final RuleBook rules;
    private final RuleExplainer explainer;
    private final QuestionReader questions;
    private final Access access;

    ThousandEyesExplanationResource(RuleBook rules, RuleExplainer explainer, QuestionReader questions, Access access) {
        this.rules = rules;
        this.explainer = explainer;
        this.questions = questions;
        this.access = access;
    }

    @POST
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RuleQuestion")))
    @Operation(summary = "Explain why an alert rule alerts or does not; changes nothing", operationId = "explainAlertRule")
    public Uni<RuleExplanation> explain(
            @PathParam("ruleId") String ruleId, @QueryParam("aid") String aid, byte[] body) throws IOException {
        var scope = access.toViewRulesAlertsAndWindows(aid);
        var id = Numbers.id(ruleId);
        var question = questions.read(scope, body);
        return rules.find(scope, id)
                .map(found -> found.orElseThrow(NotFoundException::new))
                .chain(rule -> explainer.explain(rule, question));
    }
}

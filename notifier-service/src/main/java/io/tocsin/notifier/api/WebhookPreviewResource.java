package io.tocsin.notifier.api;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.http.problem.Invalid;
import io.tocsin.notifier.payload.BadTemplate;
import io.tocsin.notifier.payload.Escaping;
import io.tocsin.notifier.payload.PayloadTemplates;
import io.tocsin.notifier.payload.Samples;
import io.vertx.mutiny.core.Vertx;

@Path("/notifications/webhooks/preview")
@Tag(name = "Webhooks", description = "Trying webhooks out; they are kept at /v7/connectors/generic and /v7/operations/webhooks.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
class WebhookPreviewResource {

    private final PayloadTemplates templates;
    private final Access access;
    private final Vertx vertx;

    WebhookPreviewResource(PayloadTemplates templates, Access access, Vertx vertx) {
        this.templates = templates;
        this.access = access;
        this.vertx = vertx;
    }

    /** @param contentType what the payload is, JSON when absent */
    record Draft(
            @Schema(description = "a Handlebars template", examples = "{\"rule\": \"{{alert.rule.name}}\"}") String payload,
            String contentType) {}

    record Preview(String triggered, String cleared) {}

    @POST
    @Operation(summary = "Fill a template in", description = "For a sample alert, with nothing sent. What is wrong with the template is told with its place.")
    public Uni<Preview> preview(@QueryParam("aid") String aid, @NotNull Draft draft) {
        access.toView(aid);
        if (draft.payload() == null) {
            throw new Invalid("payload", "must not be null");
        }
        return vertx.executeBlocking(() -> filledIn(draft), false);
    }

    private Preview filledIn(Draft draft) {
        var escaping = Escaping.of(draft.contentType());
        try {
            templates.check(draft.payload(), escaping);
            return new Preview(render(draft, escaping, true), render(draft, escaping, false));
        } catch (BadTemplate e) {
            throw new Invalid("payload", e.getMessage());
        }
    }

    private String render(Draft draft, Escaping escaping, boolean triggered) throws BadTemplate {
        var sample = triggered ? Samples.triggered() : Samples.cleared();
        return templates.render(draft.payload(), escaping, sample, sample.id());
    }
}

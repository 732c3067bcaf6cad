package io.tocsin.notifier.api;

import java.util.UUID;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.server.PublicUrl;
import io.tocsin.model.Editor;
import io.tocsin.model.message.AlertNotification.Integration;
import io.tocsin.model.message.AlertNotification.Integration.Type;
import io.tocsin.notifier.api.Link.Links;
import io.tocsin.notifier.intake.SampleAlerts;
import io.tocsin.notifier.integration.IntegrationBook;

@Path("/notifications/webhooks/{id}/test")
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Cancellable(false)
class WebhookTestResource {

    private final IntegrationBook book;
    private final SampleAlerts samples;
    private final Access access;
    private final PublicUrl publicUrl;

    WebhookTestResource(IntegrationBook book, SampleAlerts samples, Access access, PublicUrl publicUrl) {
        this.book = book;
        this.samples = samples;
        this.access = access;
        this.publicUrl = publicUrl;
    }

    /** @param alertId of the sample alert, by which its deliveries are found */
    record Sent(UUID alertId, @JsonProperty("_links") Links links) {}

    @POST
    @ResponseStatus(202)
    @Operation(summary = "Send a sample", description = "To a connector, or to those of a webhook operation, by the way which alerts go; its delivery tells what became of it.")
    public Uni<Sent> send(@PathParam("id") String id, @QueryParam("aid") String aid) {
        var editor = access.toEdit(aid);
        return known(editor, id(id))
                .chain(integration -> samples.tell(editor, integration))
                .map(alert -> new Sent(alert, Links.self(publicUrl.of("/notifications/deliveries?alertId=" + alert
                        + "&aid=" + editor.scope().accountGroup()))));
    }

    private Uni<Integration> known(Editor editor, UUID id) {
        return book.operation(editor.scope(), id)
                .chain(operation -> operation.isPresent()
                        ? Uni.createFrom().item(new Integration(id.toString(), Type.CUSTOM_WEBHOOK))
                        : book.connector(editor.scope(), id)
                                .map(connector -> connector.orElseThrow(NotFoundException::new))
                                .replaceWith(new Integration(id.toString(), Type.WEBHOOK)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}

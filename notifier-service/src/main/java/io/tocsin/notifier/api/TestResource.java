package io.tocsin.notifier.api;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.limits.CountsAsRead;
import io.tocsin.notifier.api.Link.Links;
import io.tocsin.notifier.intake.TestNotifications;

@Path("/notifications/test")
@Tag(name = "Test", description = "Does a mail arrive?")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@CountsAsRead
@Cancellable(false)
class TestResource {

    private final TestNotifications tests;
    private final DeliveryPages pages;
    private final Access access;

    TestResource(TestNotifications tests, DeliveryPages pages, Access access) {
        this.tests = tests;
        this.pages = pages;
        this.access = access;
    }

    /** Whom to tell. */
    @Schema(name = "TestRequest", example = "{\"recipient\": \"oncall@example.org\"}")
    record Wanted(@Schema(required = true, description = "An e-mail address.") String recipient) {}

    /** Where its outcome shows. */
    @Schema(name = "TestStarted")
    record Started(UUID deliveryId, @JsonProperty("_links") Links links) {}

    @POST
    @Operation(operationId = "sendTest", summary = "Send a test mail", description = "Tells the recipient of an alert that there is not, "
            + "on exactly the way of real ones: the suppression list, limits, retries and the mail server. The link leads to the delivery, "
            + "which shows what became of it.")
    public Uni<RestResponse<Started>> send(@QueryParam("aid") String aid, @NotNull Wanted wanted) {
        var editor = access.toEdit(aid);
        return tests.send(editor, Parameters.address("recipient", wanted.recipient()))
                .map(delivery -> started(delivery, pages.href(delivery, editor.accountGroup().id())));
    }

    private static RestResponse<Started> started(UUID delivery, String href) {
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, new Started(delivery, Links.self(href)))
                .header(HttpHeaders.LOCATION, URI.create(href))
                .build();
    }
}

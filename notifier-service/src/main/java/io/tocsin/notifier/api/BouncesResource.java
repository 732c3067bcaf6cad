package io.tocsin.notifier.api;

import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.identity.Authenticated;
import io.tocsin.http.identity.Caller;
import io.tocsin.http.identity.Permission;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.problem.Problem;
import io.tocsin.notifier.bounce.Bounced;
import io.tocsin.notifier.bounce.Bounces;
import io.tocsin.notifier.bounce.Unreadable;

@Path(BouncesResource.PATH)
@Tag(name = "Bounces", description = "What mail servers report afterwards.")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Cancellable(false)
class BouncesResource {

    static final String PATH = "/notifications/bounces";

    private final Bounces bounces;
    private final Caller caller;

    BouncesResource(Bounces bounces, Caller caller) {
        this.bounces = bounces;
        this.caller = caller;
    }

    /** The organization of the key does not matter: the signed return address says which delivery it is. */
    @POST
    @Consumes({ "message/rfc822", MediaType.WILDCARD })
    @Operation(operationId = "reportBounce", summary = "Pass on what a mail server reported", description = "The body is the mail "
            + "as it came, a delivery status notification of RFC 3464. A failure makes its delivery `refused`; a mailbox that does not "
            + "exist is put on the suppression list; a delay is only recorded. The same report may be posted again. Needs the "
            + "permission `report-bounces`.")
    public Uni<Bounced> report(
            @QueryParam("recipient") @Parameter(description = "The address to which it came back; without it, the headers of the mail "
                    + "are looked at.", example = "bounces+0123456789abcdefghijklmnopqrstuv0123456789@mail.example.org") String recipient,
            byte[] mail) {
        var who = caller.principal();
        who.require(Permission.REPORT_BOUNCES);
        return bounces.take(mail == null ? new byte[0] : mail, recipient, who.user(), caller.address())
                .map(BouncesResource::known);
    }

    @ServerExceptionMapper
    RestResponse<Object> unreadable(Unreadable e) {
        return Problem.response(Failure.of(400, e.getMessage()), PATH);
    }

    private static Bounced known(Optional<Bounced> bounced) {
        return bounced.orElseThrow(() -> new CallFailed(Failure.of(404,
                "The report is about a delivery which is no longer kept here.")));
    }
}

package io.tocsin.outbox.inbox;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.wire.Envelope;
import io.tocsin.outbox.wire.EnvelopeReader;
import io.tocsin.outbox.wire.MalformedBatch;
import io.tocsin.outbox.wire.Problem;
import io.tocsin.outbox.wire.ServiceCredential;
import io.tocsin.outbox.wire.Unadmitted;
import io.tocsin.outbox.wire.Verdicts;

/** Where other services deliver their messages. Never routed by an ingress. */
@Path("/inbox")
@Cancellable(false)
class InboxResource {

    private final ServiceCredential credential;
    private final Inbox inbox;

    InboxResource(ServiceCredential credential, Inbox inbox) {
        this.credential = credential;
        this.inbox = inbox;
    }

    @POST
    @Consumes(Envelope.MEDIA_TYPE)
    @Produces("application/json")
    public Uni<Verdicts> deliver(@HeaderParam("Authorization") String authorization, String batch) {
        credential.require(authorization);
        return inbox.take(EnvelopeReader.read(batch));
    }

    @ServerExceptionMapper
    RestResponse<Problem> unadmitted(Unadmitted e) {
        return Problem.unadmitted();
    }

    @ServerExceptionMapper
    RestResponse<Problem> malformed(MalformedBatch e) {
        return Problem.of(400, "Malformed batch", e.getMessage());
    }

    @ServerExceptionMapper
    RestResponse<Problem> unavailable(InboxUnavailable e) {
        Log.warnf("inbox: cannot take messages now, their senders will repeat them: %s", Trouble.reason(e.getCause()));
        return Problem.tryAgain("this service cannot reach its database; deliver the batch again", 1);
    }
}

package io.tocsin.outbox.relay;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.netty.channel.ConnectTimeoutException;
import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.RelayConfig;
import io.tocsin.outbox.relay.Reply.Broken;
import io.tocsin.outbox.relay.Reply.Unavailable;
import io.tocsin.outbox.wire.Envelope;
import io.tocsin.outbox.wire.ServiceCredential;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.WebClient;

/** Takes batches to inboxes. Every end of a request is a {@link Reply}, none is a failure. */
@Singleton
class Courier {

    private final WebClient http;
    private final RelayConfig config;
    private final ServiceCredential credential;
    private final DeliverySpans spans;
    private final ReplyReader replies;

    /** What was sent, which may be less than there was, and what came back. */
    record Delivery(Claim sent, Reply reply) {}

    Courier(Vertx vertx, RelayConfig config, ServiceCredential credential, DeliverySpans spans, ReplyReader replies) {
        this.http = WebClient.create(vertx, new WebClientOptions()
                .setUserAgent("tocsin-outbox")
                .setConnectTimeout((int) config.timeout().toMillis())
                .setKeepAliveTimeout(30));
        this.config = config;
        this.credential = credential;
        this.spans = spans;
        this.replies = replies;
    }

    Uni<Delivery> bring(Claim claim, URI url) {
        var batch = Envelope.of(credential.owner(), claim.messages(), config.batchBytes());
        var sent = claim.first(batch.size());
        return spans.around(claim.destination(), sent.messages(), () -> post(url, batch.body()))
                .map(reply -> new Delivery(sent, reply));
    }

    private Uni<Reply> post(URI url, byte[] batch) {
        return http.postAbs(inboxOf(url))
                .timeout(config.timeout().toMillis())
                .putHeader("Content-Type", Envelope.MEDIA_TYPE)
                .putHeader("Authorization", credential.header())
                .sendBuffer(Buffer.buffer(batch))
                .map(replies::read)
                .onFailure()
                .recoverWithItem(Courier::noReply);
    }

    private static String inboxOf(URI url) {
        var base = url.toString();
        return base.endsWith("/") ? base + "inbox" : base + "/inbox";
    }

    private static Reply noReply(Throwable failure) {
        var error = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return neverArrived(failure) ? new Unavailable(error, Optional.empty()) : new Broken(error);
    }

    private static boolean neverArrived(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof UnresolvedAddressException;
    }
}

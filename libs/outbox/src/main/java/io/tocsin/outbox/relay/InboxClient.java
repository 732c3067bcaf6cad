package io.tocsin.outbox.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.RelayConfig;
import io.tocsin.outbox.relay.Reply.Broken;
import io.tocsin.outbox.relay.Reply.Judged;
import io.tocsin.outbox.relay.Reply.Unavailable;
import io.tocsin.outbox.wire.Envelope;
import io.tocsin.outbox.wire.ServiceCredential;
import io.tocsin.outbox.wire.Verdict;
import io.tocsin.outbox.wire.Verdicts;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;

/** Delivers batches to inboxes. Every end of a request is a {@link Reply}, none is a failure. */
@ApplicationScoped
class InboxClient {

    private final WebClient http;
    private final ServiceCredential credential;
    private final RelayConfig config;
    private final ObjectReader verdicts;

    InboxClient(Vertx vertx, ServiceCredential credential, RelayConfig config, ObjectMapper json) {
        this.http = WebClient.create(vertx, options(config));
        this.credential = credential;
        this.config = config;
        this.verdicts = json.readerFor(Verdicts.class);
    }

    private static WebClientOptions options(RelayConfig config) {
        return new WebClientOptions()
                .setUserAgent("tocsin-outbox")
                .setConnectTimeout((int) config.timeout().toMillis())
                .setKeepAlive(true)
                .setKeepAliveTimeout(30);
    }

    Uni<Reply> deliver(URI destination, byte[] batch) {
        return http.postAbs(destination.toString().replaceAll("/+$", "") + "/inbox")
                .timeout(config.timeout().toMillis())
                .putHeader("Content-Type", Envelope.MEDIA_TYPE)
                .putHeader("Authorization", credential.header())
                .sendBuffer(io.vertx.mutiny.core.buffer.Buffer.newInstance(Buffer.buffer(batch)))
                .map(this::reply)
                .onFailure()
                .recoverWithItem(InboxClient::noReply);
    }

    private Reply reply(HttpResponse<io.vertx.mutiny.core.buffer.Buffer> response) {
        var status = response.statusCode();
        return switch (status) {
            case 200 -> judged(response);
            case 401, 403 -> unavailable(response, "does not accept our credential; set the same "
                    + "tocsin.outbox.service-credential in both services");
            case 404, 405 -> unavailable(response, "has no inbox at this URL; check tocsin.outbox.destinations");
            case 408, 425, 429, 502, 503, 504 -> unavailable(response, "cannot take messages now");
            default -> new Broken("answered " + status + " " + excerpt(response));
        };
    }

    private Reply judged(HttpResponse<io.vertx.mutiny.core.buffer.Buffer> response) {
        try {
            Verdicts answer = verdicts.readValue(response.body().getBytes());
            return new Judged(byId(answer));
        } catch (IOException | RuntimeException e) {
            return unavailable(response, "answered without verdicts; is it an inbox of Tocsin?");
        }
    }

    private static Map<java.util.UUID, Verdict> byId(Verdicts answer) {
        return answer.messages()
                .stream()
                .collect(Collectors.toMap(Verdict::id, Function.identity(), (first, second) -> first));
    }

    private static Unavailable unavailable(HttpResponse<?> response, String what) {
        return new Unavailable(what + " (status " + response.statusCode() + ")", RetryAfter.of(response.getHeader(
                "Retry-After")));
    }

    private static String excerpt(HttpResponse<?> response) {
        var body = response.bodyAsString();
        return body == null ? "" : body.substring(0, Math.min(body.length(), 300));
    }

    private static Reply noReply(Throwable failure) {
        var error = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        var neverArrived = failure instanceof ConnectException || failure instanceof UnknownHostException
                || failure instanceof UnresolvedAddressException;
        return neverArrived ? new Unavailable(error, java.util.Optional.empty()) : new Broken(error);
    }
}

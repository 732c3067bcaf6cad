package io.tocsin.notifier.webhook;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.notifier.delivery.Claimed;
import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Reply;
import io.tocsin.notifier.delivery.Stage;
import io.tocsin.notifier.destination.Destination;
import io.tocsin.notifier.destination.Destinations;
import io.tocsin.notifier.destination.Forbidden;
import io.tocsin.notifier.destination.Unresolved;
import io.tocsin.notifier.integration.Connector;
import io.tocsin.notifier.integration.OperationSettings;
import io.tocsin.notifier.payload.BadTemplate;
import io.tocsin.notifier.secret.SecretUnavailable;
import io.vertx.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;

/** Prepares and makes one call: templates, secrets and name servers on threads of their own, the call itself on none. */
@ApplicationScoped
class WebhookAttempts {

    private static final int THREADS = 8;

    private final CallWriter writer;
    private final Destinations destinations;
    private final WebhookClient client;
    private final Clock clock;
    private final WorkerExecutor threads;

    WebhookAttempts(CallWriter writer, Destinations destinations, WebhookClient client, Clock clock, Vertx vertx) {
        this.writer = writer;
        this.destinations = destinations;
        this.client = client;
        this.clock = clock;
        this.threads = vertx.createSharedWorkerExecutor("webhook", THREADS, 1, TimeUnit.MINUTES);
    }

    /** @param operation empty for a webhook with the payload of ThousandEyes */
    Uni<Outcome> make(Claimed delivery, AlertNotification notification, Connector connector,
            Optional<OperationSettings> operation) {
        return threads.executeBlocking(() -> prepare(delivery, notification, connector, operation.orElse(null)), false)
                .chain(prepared -> prepared.obstacle() == null
                        ? call(delivery, prepared)
                        : Uni.createFrom().item(prepared.obstacle()));
    }

    /** @param obstacle why there is nothing to be sent, else null */
    private record Prepared(Call call, Destination destination, Outcome obstacle) {

        static Prepared not(Outcome obstacle) {
            return new Prepared(null, null, obstacle);
        }
    }

    private Prepared prepare(Claimed delivery, AlertNotification notification, Connector connector,
            OperationSettings operation) {
        try {
            var call = writer.write(connector, operation, notification, delivery.id());
            return new Prepared(call, destinations.resolve(call.uri()), null);
        } catch (BadTemplate e) {
            return Prepared.not(Outcome.Unsendable.because("the template of the payload " + e.getMessage()));
        } catch (SecretUnavailable e) {
            return Prepared.not(Outcome.TryAgain.because(e.getMessage()));
        } catch (Forbidden e) {
            return Prepared.not(new Outcome.Refused(Stage.CONNECT, Reply.none("not called: " + e.getMessage())));
        } catch (Unresolved e) {
            return Prepared.not(new Outcome.TryAgain(Stage.CONNECT, Reply.none(e.getMessage())));
        }
    }

    private Uni<Outcome> call(Claimed delivery, Prepared prepared) {
        return client.post(prepared.destination(), address(delivery, prepared.destination()),
                headers(delivery, prepared.call()), prepared.call().body())
                .map(Judgement::of)
                .onFailure()
                .recoverWithItem(Judgement::of);
    }

    /** Each try another one: of several the first may be down. */
    private static InetAddress address(Claimed delivery, Destination destination) {
        return destination.addresses().get((delivery.number() - 1) % destination.addresses().size());
    }

    private MultiMap headers(Claimed delivery, Call call) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        call.headers().forEach(header -> headers.set(header.name(), header.value()));
        var id = delivery.id().toString();
        var now = clock.instant();
        headers.set(Signature.ID, id).set(Signature.TIMESTAMP, Long.toString(now.getEpochSecond()));
        if (!call.signingSecrets().isEmpty()) {
            headers.set(Signature.SIGNATURE, Signature.of(call.signingSecrets(), id, now, call.body()));
        }
        if (delivery.traceParent() != null) {
            headers.set("traceparent", delivery.traceParent());
        }
        return headers;
    }

    @PreDestroy
    void close() {
        threads.close().subscribe().with(done -> {}, failure -> {});
    }
}

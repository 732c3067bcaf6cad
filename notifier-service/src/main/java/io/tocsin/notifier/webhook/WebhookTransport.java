package io.tocsin.notifier.webhook;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.notifier.delivery.Claimed;
import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Transport;
import io.tocsin.notifier.integration.Connector;
import io.tocsin.notifier.integration.Integrations;
import io.tocsin.notifier.integration.Operation;
import io.tocsin.notifier.integration.Told;

/** Deliveries to connectors. Settings count as they are at the moment of the attempt. */
@ApplicationScoped
class WebhookTransport implements Transport {

    private static final String CHANNEL = "webhook";

    private final Integrations integrations;
    private final WebhookAttempts attempts;
    private final WebhookConfig config;
    private final ObjectMapper json;

    WebhookTransport(Integrations integrations, WebhookAttempts attempts, WebhookConfig config, ObjectMapper json) {
        this.integrations = integrations;
        this.attempts = attempts;
        this.config = config;
        this.json = json;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public Optional<String> relay() {
        return Optional.empty();
    }

    @Override
    public int connections() {
        return config.connections();
    }

    @Override
    public int connectionsPerDomain() {
        return Math.min(config.connections(), config.connectionsPerHost());
    }

    @Override
    public Uni<Outcome> send(Claimed delivery) {
        var told = Told.read(delivery.recipient());
        if (told.isEmpty()) {
            return unsendable("it names no webhook");
        }
        try {
            return send(delivery, told.get(), json.readValue(delivery.payload(), AlertNotification.class));
        } catch (JsonProcessingException e) {
            return unsendable("the notification cannot be read: " + e.getOriginalMessage());
        }
    }

    private Uni<Outcome> send(Claimed delivery, Told told, AlertNotification notification) {
        if (told.connector() == null) {
            return unsendable("there is no webhook operation " + told.operation() + " with a connector in this account group");
        }
        return integrations.connector(notification.scope(), told.connector())
                .chain(connector -> connector.isEmpty()
                        ? unsendable("there is no connector " + told.connector() + " in this account group")
                        : send(delivery, told, notification, connector.get()));
    }

    private Uni<Outcome> send(Claimed delivery, Told told, AlertNotification notification, Connector connector) {
        if (told.operation() == null) {
            return attempts.make(delivery, notification, connector, Optional.empty());
        }
        return integrations.operation(notification.scope(), told.operation())
                .chain(operation -> operation.map(known -> send(delivery, notification, connector, known))
                        .orElseGet(() -> unsendable(
                                "there is no webhook operation " + told.operation() + " in this account group")));
    }

    private Uni<Outcome> send(Claimed delivery, AlertNotification notification, Connector connector, Operation operation) {
        return operation.settings().enabled()
                ? attempts.make(delivery, notification, connector, Optional.of(operation.settings()))
                : Uni.createFrom().item(Outcome.Suppressed.because("the webhook operation is not enabled"));
    }

    private static Uni<Outcome> unsendable(String reason) {
        return Uni.createFrom().item(Outcome.Unsendable.because(reason));
    }
}

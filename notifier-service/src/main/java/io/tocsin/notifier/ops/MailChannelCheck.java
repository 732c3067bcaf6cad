package io.tocsin.notifier.ops;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.tocsin.notifier.delivery.Channel.Pause;
import io.tocsin.notifier.delivery.Channels;

/**
 * Shows a paused mail channel. It is up all the same: the service goes on to accept and to answer, and taking it out of the load
 * balancer would help no mail.
 */
@Readiness
@ApplicationScoped
class MailChannelCheck implements HealthCheck {

    private final Channels channels;

    MailChannelCheck(Channels channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("mail channel").up();
        return channels.of(Channels.EMAIL)
                .pause()
                .map(pause -> paused(response, pause))
                .orElseGet(() -> response.withData("paused", false))
                .build();
    }

    private static HealthCheckResponseBuilder paused(HealthCheckResponseBuilder response, Pause pause) {
        return response.withData("paused", true)
                .withData("since", pause.since().toString())
                .withData("nextTry", pause.until().toString())
                .withData("needsOperator", pause.needsOperator())
                .withData("reason", pause.reason());
    }
}

package io.tocsin.http.server;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tocsin.http.problem.Answers;
import io.tocsin.http.problem.Failure;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses a body that is announced as too large, in the dialect of its path, and lets the client finish sending it: closing at
 * once, as Quarkus does, resets the connection before many clients have read the answer.
 */
@Singleton
class BodyLimit {

    /** Just before the limit of Quarkus, which has priority 2. */
    private static final int PRIORITY = 3;

    /** Above this many times the limit the connection is closed all the same. */
    static final int PATIENCE = 16;

    private static final Set<HttpMethod> MAY_HAVE_A_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final long limit;
    private final Answers answers;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit, Answers answers) {
        this.limit = limit.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext call) {
        var announced = call.request().getHeader("Content-Length");
        if (announced == null && MAY_HAVE_A_BODY.contains(call.request().method())) {
            new UnannouncedBody(call, limit, this::refuse).gather();
        } else if (announced == null || isQuarkusToDecide(Long.parseLong(announced))) {
            call.next();
        } else {
            refuse(call);
            call.request().resume();
        }
    }

    private boolean isQuarkusToDecide(long length) {
        return length <= limit || length / PATIENCE > limit;
    }

    private void refuse(RoutingContext call) {
        answers.send(Failure.of(413, "The request body is larger than the " + limit + " bytes which this server accepts."),
                call);
    }
}

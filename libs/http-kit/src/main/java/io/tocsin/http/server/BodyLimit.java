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
 * Refuses a body that is too large in the dialect of its path, as soon as that is known, and lets the client send on for a while
 * ({@link RefusedBody}): Quarkus would close at once, and without a word.
 */
@Singleton
class BodyLimit {

    /** Just before the limit of Quarkus, which has priority 2. */
    private static final int PRIORITY = 3;

    /** Behind so many times the limit nothing is read any more. */
    private static final int PATIENCE = 16;

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
        } else if (announced == null || Long.parseLong(announced) <= limit) {
            call.next();
        } else {
            refuse(call);
        }
    }

    private void refuse(RoutingContext call) {
        answers.send(Failure.of(413, "The request body is larger than the " + limit + " bytes which this server accepts."),
                call);
        new RefusedBody(call.request(), limit * PATIENCE).discard();
    }
}

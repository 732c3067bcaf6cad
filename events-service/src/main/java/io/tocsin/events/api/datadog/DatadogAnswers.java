package io.tocsin.events.api.datadog;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.datadog.DatadogErrors;
import io.tocsin.dialects.datadog.DatadogForbidden;
import io.tocsin.dialects.datadog.DatadogRejected;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.events.record.EventRefused;
import io.tocsin.http.identity.Forbidden;
import io.tocsin.http.identity.Unauthenticated;
import io.tocsin.http.problem.Failure;

/** Every failure in Datadog's clothes (wire/datadog.md §2 and §10). */
@RegisterForReflection(targets = { DatadogErrors.class, DatadogForbidden.class })
final class DatadogAnswers {

    /** Seconds. The queue empties within a second once the database keeps up; a database takes longer to come back. */
    private static final String SOON = "1";
    private static final String LATER = "5";

    /** Datadog's own clients sleep for so many seconds before they try again. */
    private static final String RATE_LIMIT_RESET = "X-RateLimit-Reset";

    private static final String TOO_OLD_BODY = "{\"errors\":[\"Event too far in the past\"]}";

    private DatadogAnswers() {}

    static RestResponse<Object> to(Throwable thrown) {
        if (thrown instanceof DatadogRejected rejected) {
            return refused(rejected);
        }
        if (thrown instanceof KeyMissing missing) {
            return json(403, DatadogErrors.of(missing.getMessage())).build();
        }
        if (thrown instanceof Unauthenticated) {
            return json(403, DatadogForbidden.unknownKeys()).build();
        }
        if (thrown instanceof Forbidden forbidden) {
            return json(403, DatadogForbidden.because(forbidden.getMessage())).build();
        }
        if (thrown instanceof EventRefused refused) {
            return refused(refused);
        }
        return thrown instanceof DatabaseUnavailable ? unavailable() : other(Failure.of(thrown));
    }

    private static RestResponse<Object> refused(DatadogRejected rejected) {
        return switch (rejected.reason()) {
            case TOO_FAR_IN_THE_PAST -> ResponseBuilder.<Object>create(400)
                    .entity(TOO_OLD_BODY)
                    .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                    .build();
            case NOT_FOUND -> json(404, rejected.errors()).build();
            case INVALID -> json(400, rejected.errors()).build();
        };
    }

    private static RestResponse<Object> refused(EventRefused refused) {
        var errors = DatadogErrors.of(refused.getMessage());
        return switch (refused.reason()) {
            case OVERLOADED -> json(429, errors)
                    .header(HttpHeaders.RETRY_AFTER, SOON)
                    .header(RATE_LIMIT_RESET, SOON)
                    .build();
            case UNSTORABLE -> json(400, errors).build();
        };
    }

    private static RestResponse<Object> unavailable() {
        return json(503, DatadogErrors.of("The database does not answer; try again later."))
                .header(HttpHeaders.RETRY_AFTER, LATER)
                .build();
    }

    static RestResponse<Object> other(Failure failure) {
        var answer = json(failure.status(), DatadogErrors.of(failure.detail()));
        failure.headers().forEach(answer::header);
        return answer.build();
    }

    private static ResponseBuilder<Object> json(int status, Object body) {
        return ResponseBuilder.<Object>create(status)
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE);
    }
}

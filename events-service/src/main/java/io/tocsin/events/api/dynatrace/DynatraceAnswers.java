package io.tocsin.events.api.dynatrace;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.dynatrace.DynatraceErrors;
import io.tocsin.dialects.dynatrace.DynatraceRejected;
import io.tocsin.dialects.dynatrace.DynatraceViolation;
import io.tocsin.events.postgres.DatabaseUnavailable;
import io.tocsin.events.record.EventRefused;
import io.tocsin.http.identity.Unauthenticated;
import io.tocsin.http.problem.Failure;

/** Every failure in Dynatrace's clothes (wire/dynatrace.md §1.4). The code in the body is always the status. */
@RegisterForReflection(targets = { DynatraceErrors.class, DynatraceErrors.Body.class, DynatraceViolation.class })
final class DynatraceAnswers {

    /** Seconds. The queue empties within a second once the database keeps up; a database takes longer to come back. */
    private static final String SOON = "1";
    private static final String LATER = "5";

    private DynatraceAnswers() {}

    static RestResponse<Object> to(Throwable thrown) {
        if (thrown instanceof DynatraceRejected rejected) {
            return json(rejected.status(), rejected.errors()).build();
        }
        if (thrown instanceof Unauthenticated) {
            return error(401, "Token Authentication failed. " + thrown.getMessage()).build();
        }
        if (thrown instanceof EventRefused refused) {
            return refused(refused);
        }
        return thrown instanceof DatabaseUnavailable
                ? error(503, "The database does not answer; try again later.").header(HttpHeaders.RETRY_AFTER, LATER).build()
                : other(Failure.of(thrown));
    }

    private static RestResponse<Object> refused(EventRefused refused) {
        return refused.reason() == EventRefused.Reason.OVERLOADED
                ? error(429, refused.getMessage()).header(HttpHeaders.RETRY_AFTER, SOON).build()
                : error(400, refused.getMessage()).build();
    }

    static RestResponse<Object> other(Failure failure) {
        var violations = failure.errors()
                .stream()
                .map(error -> DynatraceViolation.ofQuery(error.field(), error.message()))
                .toList();
        var answer = json(failure.status(), DynatraceErrors.of(failure.status(), failure.detail(), violations));
        failure.headers().forEach(answer::header);
        return answer.build();
    }

    private static ResponseBuilder<Object> error(int status, String message) {
        return json(status, DynatraceErrors.of(status, message, List.of()));
    }

    private static ResponseBuilder<Object> json(int status, Object body) {
        return ResponseBuilder.<Object>create(status)
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE);
    }
}

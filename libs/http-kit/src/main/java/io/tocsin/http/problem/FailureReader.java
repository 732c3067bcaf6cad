package io.tocsin.http.problem;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;

import io.tocsin.http.identity.Forbidden;
import io.tocsin.http.identity.IdentityUnavailable;
import io.tocsin.http.identity.Unauthenticated;

/** Tells from an exception whose fault it was and what the caller may know of it. */
final class FailureReader {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** What Quarkus says of a body without a stated length. */
    private static final String TOO_LARGE = "Request too large";

    private FailureReader() {}

    static Failure read(Throwable thrown) {
        if (thrown instanceof Unauthenticated) {
            return Failure.of(401, thrown.getMessage());
        }
        if (thrown instanceof Forbidden) {
            return Failure.of(403, thrown.getMessage());
        }
        if (thrown instanceof CallFailed failed) {
            return failed.failure();
        }
        if (thrown instanceof IdentityUnavailable) {
            return Failure.unavailable(thrown.getMessage(), RETRY_AFTER);
        }
        return thrown instanceof Invalid invalid ? Failure.invalid(invalid.errors()) : readFramework(thrown);
    }

    private static Failure readFramework(Throwable thrown) {
        if (thrown instanceof ConstraintViolationException violations) {
            return Failure.invalid(errors(violations));
        }
        if (thrown instanceof JsonProcessingException json && !(thrown instanceof InvalidDefinitionException)) {
            return JsonFailure.read(json);
        }
        if (thrown instanceof WebApplicationException web) {
            return WebFailure.read(web);
        }
        return readOurs(thrown);
    }

    private static Failure readOurs(Throwable thrown) {
        if (thrown instanceof IOException && TOO_LARGE.equals(thrown.getMessage())) {
            return Failure.of(413, "The request body is larger than this server accepts.");
        }
        if (DatabaseFailure.passes(thrown)) {
            FailureLog.databaseAway(thrown);
            return Failure.unavailable("The database cannot be reached at the moment.", RETRY_AFTER);
        }
        var id = FailureLog.unexpected(thrown);
        return Failure.of(500, "Something went wrong on our side. Tell your operator this id: " + id + ".");
    }

    private static List<FieldError> errors(ConstraintViolationException violations) {
        return violations.getConstraintViolations()
                .stream()
                .map(violation -> FieldError.of(member(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
    }

    /** The path without its first two steps, which name the Java method and its parameter. */
    private static String member(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString().split("\\.", 3);
        return path[path.length - 1];
    }
}

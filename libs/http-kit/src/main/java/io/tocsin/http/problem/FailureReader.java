package io.tocsin.http.problem;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkus.logging.Log;
import io.tocsin.http.identity.Forbidden;
import io.tocsin.http.identity.Unauthenticated;

/** Tells from an exception whose fault it was and what the caller may know of it. */
final class FailureReader {

    private FailureReader() {}

    static Failure read(Throwable thrown) {
        if (thrown instanceof Unauthenticated) {
            return Failure.of(401, thrown.getMessage());
        }
        if (thrown instanceof Forbidden) {
            return Failure.of(403, thrown.getMessage());
        }
        if (thrown instanceof Invalid invalid) {
            return Failure.invalid(invalid.errors());
        }
        if (thrown instanceof ConstraintViolationException violations) {
            return Failure.invalid(errors(violations));
        }
        if (thrown instanceof JsonProcessingException json) {
            return JsonFailure.read(json);
        }
        if (thrown instanceof WebApplicationException web) {
            return WebFailure.read(web);
        }
        return unexpected(thrown);
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

    private static Failure unexpected(Throwable thrown) {
        var id = UUID.randomUUID();
        Log.errorf(thrown, "unexpected failure: id=%s", id);
        return Failure.of(500, "Something went wrong on our side. Tell your operator this id: " + id + ".");
    }
}

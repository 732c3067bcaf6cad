package io.tocsin.http.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A failed call, before any dialect has worded it.
 *
 * @param status the HTTP status
 * @param detail one or two sentences for the person who made the call; never what only the operator may know
 * @param errors what is wrong with which member of the request, empty when the call failed for another reason
 * @param headers to be set on the answer, such as {@code Retry-After}
 */
public record Failure(int status, String detail, List<FieldError> errors, Map<String, String> headers) {

    public Failure {
        Objects.requireNonNull(detail, "detail");
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Failure of(int status, String detail) {
        return new Failure(status, detail, List.of(), Map.of());
    }

    /** 400: these members are missing or wrong. */
    public static Failure invalid(List<FieldError> errors) {
        return new Failure(400, "Your request object contains invalid fields.", errors, Map.of());
    }

    public static Failure notFound() {
        return of(404, "The requested resource could not be found.");
    }

    /** 429: the caller sends more than it may. */
    public static Failure tooMany(String detail, Duration retryAfter) {
        return retryLater(429, detail, retryAfter);
    }

    /** 503: this server cannot do it now, through no fault of the caller. */
    public static Failure unavailable(String detail, Duration retryAfter) {
        return retryLater(503, detail, retryAfter);
    }

    private static Failure retryLater(int status, String detail, Duration after) {
        return new Failure(status, detail, List.of(), Map.of("Retry-After", Long.toString(Math.max(1, after.toSeconds()))));
    }

    /** The one reading of an exception which every dialect shares. Logs what nobody expected, once, with an id. */
    public static Failure of(Throwable thrown) {
        return FailureReader.read(thrown);
    }
}

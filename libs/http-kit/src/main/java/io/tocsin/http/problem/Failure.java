package io.tocsin.http.problem;

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

    /** The one reading of an exception which every dialect shares. Logs what nobody expected, once, with an id. */
    public static Failure of(Throwable thrown) {
        return FailureReader.read(thrown);
    }
}

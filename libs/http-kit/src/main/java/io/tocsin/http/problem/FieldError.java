package io.tocsin.http.problem;

import java.util.Objects;

import jakarta.validation.ConstraintViolation;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with one member of a request.
 *
 * @param code a stable word for programs, null when there is none
 * @param field the member's path, such as {@code notifications.email.recipients[0]}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String code, String field, String message) {

    /** How the path of a value in a list ends, behind its index. */
    private static final String ELEMENT = ".<list element>";

    public FieldError {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }

    public static FieldError of(String field, String message) {
        return new FieldError(null, field, message);
    }

    /** Of a record which was validated by itself. */
    public static FieldError of(ConstraintViolation<?> violation) {
        return of(violation.getPropertyPath().toString().replace(ELEMENT, ""), violation.getMessage());
    }
}

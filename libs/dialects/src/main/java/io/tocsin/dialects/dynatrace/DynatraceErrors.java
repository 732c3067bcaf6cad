package io.tocsin.dialects.dynatrace;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The body of every failed call. */
public record DynatraceErrors(Body error) {

    /** @param code the HTTP status again, which some clients trust more; {@code constraintViolations} are left out without any */
    public record Body(int code, String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DynatraceViolation> constraintViolations) {}

    public static DynatraceErrors of(int code, String message) {
        return new DynatraceErrors(new Body(code, message, List.of()));
    }

    public static DynatraceErrors of(int code, String message, List<DynatraceViolation> violations) {
        return new DynatraceErrors(new Body(code, message, violations));
    }
}

package io.tocsin.dialects.dynatrace;

/**
 * What is wrong with one part of a request (wire/dynatrace.md §1.4).
 *
 * @param path the parameter or the way to the field, such as {@code attachRules.tagRule[0].meTypes}
 * @param location always null, as in the recorded answers
 */
public record DynatraceViolation(String path, String message, ParameterLocation parameterLocation, String location) {

    public static DynatraceViolation ofQuery(String parameter, String message) {
        return new DynatraceViolation(parameter, message, ParameterLocation.QUERY, null);
    }

    public static DynatraceViolation ofBody(String field, String message) {
        return new DynatraceViolation(field, message, ParameterLocation.PAYLOAD_BODY, null);
    }
}

package io.tocsin.http.problem;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** What is wrong with a body that Jackson could not read: where it stops being JSON, or which member has the wrong type. */
final class JsonFailure {

    /** The name of the whole body where a member is asked for. */
    private static final String BODY = "body";

    private JsonFailure() {}

    static Failure read(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !(e.getCause() instanceof StreamReadException)) {
            return Failure.invalid(List.of(FieldError.of(path(mapping), reason(mapping))));
        }
        return Failure.of(400, "The request body is not valid JSON" + place(e) + ".");
    }

    private static String path(JsonMappingException e) {
        return e.getPath()
                .stream()
                .map(JsonFailure::step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "")
                .replaceFirst("^$", BODY);
    }

    private static String step(Reference step) {
        return step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName();
    }

    private static String reason(JsonMappingException e) {
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return refused.getMessage();
        }
        if (e.getCause() instanceof NullPointerException missing) {
            return missing.getMessage() != null && missing.getMessage().matches("\\w+")
                    ? "lacks " + missing.getMessage()
                    : "is incomplete";
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "must be one of the values this API knows";
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be " + JsonTypes.name(mismatch.getTargetType());
        }
        return "has a value which this API cannot read";
    }

    private static String place(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}

package io.tocsin.expression.metric;

import java.util.List;
import java.util.stream.Stream;

import io.tocsin.model.result.Measurements;

/** What went wrong, if anything: a result without an error has the type {@code None} and the text {@code ""}. */
final class ErrorReadings {

    private static final String NONE = "None";
    private static final List<String> DETAILS = List.of("errorDetails", "errorDetail", "problemDetail");

    private ErrorReadings() {}

    /** An error whose type nobody named is of the type {@code Other}. */
    static Object type(Sight sight) {
        var type = typeOf(sight.part());
        if (!type.equalsIgnoreCase(NONE)) {
            return List.of(type);
        }
        return List.of(detailsOf(sight.part()).isEmpty() ? NONE : "Other");
    }

    /** An error without text, such as one from OpenTelemetry, has its type for text. */
    static Object details(Sight sight) {
        var details = detailsOf(sight.part());
        if (!details.isEmpty()) {
            return List.of(details);
        }
        var type = typeOf(sight.part());
        return List.of(type.equalsIgnoreCase(NONE) ? validity(sight.part()) : type);
    }

    static boolean hasFailed(Sight sight) {
        return !detailsOf(sight.part()).isEmpty() || !typeOf(sight.part()).equalsIgnoreCase(NONE);
    }

    /** 0 is the code of a server that gave none. */
    static Object responseCode(Sight sight) {
        var code = sight.part().number("responseCode");
        if (code.isPresent()) {
            return code.getAsDouble();
        }
        return hasFailed(sight) ? 0.0 : null;
    }

    private static String validity(Measurements part) {
        return part.flag("isValid").orElse(true) ? "" : "Validation failed";
    }

    private static String typeOf(Measurements part) {
        return part.text("errorType").filter(type -> !type.isBlank()).orElse(NONE);
    }

    private static String detailsOf(Measurements part) {
        return DETAILS.stream()
                .map(part::text)
                .flatMap(found -> found.map(Stream::of).orElse(Stream.empty()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}

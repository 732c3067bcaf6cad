package io.tocsin.http.problem;

import java.util.List;
import java.util.function.Function;

/** The request contradicts what the API asks for, in a way that no annotation can state. Answered 400. */
public class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    public Invalid(String field, String message) {
        this(List.of(FieldError.of(field, message)));
    }

    /** Of what a reader complains of, which knows nothing of HTTP. */
    public static <T> Invalid of(List<T> complaints, Function<T, String> field, Function<T, String> message) {
        return new Invalid(complaints.stream()
                .map(complaint -> FieldError.of(field.apply(complaint), message.apply(complaint)))
                .toList());
    }

    public List<FieldError> errors() {
        return errors;
    }
}

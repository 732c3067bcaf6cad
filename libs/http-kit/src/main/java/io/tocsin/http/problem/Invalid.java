package io.tocsin.http.problem;

import java.util.List;

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

    public List<FieldError> errors() {
        return errors;
    }
}

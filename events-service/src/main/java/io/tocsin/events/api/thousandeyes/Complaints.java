package io.tocsin.events.api.thousandeyes;

import java.util.ArrayList;
import java.util.List;

import io.tocsin.http.problem.FieldError;
import io.tocsin.http.problem.Invalid;

/** What is wrong with a request, all of it and not only the first; but no endless list. */
final class Complaints {

    private static final int MOST = 100;

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String message) {
        if (errors.size() < MOST) {
            errors.add(FieldError.of(field, message));
        }
    }

    boolean any() {
        return !errors.isEmpty();
    }

    /** Fails with {@link Invalid} if there are any. */
    void raise() {
        if (any()) {
            throw new Invalid(errors);
        }
    }
}

package io.tocsin.audit.api.audit;

import io.tocsin.http.problem.Invalid;

/** Reads numbers of queries; what is none is answered 400 by its name. */
final class WholeNumber {

    private WholeNumber() {}

    static long of(String name, String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new Invalid(name, "must be a whole number");
        }
        return Long.parseLong(text);
    }

    static long required(String name, String text) {
        if (text == null) {
            throw new Invalid(name, "is required");
        }
        return of(name, text, 0);
    }
}

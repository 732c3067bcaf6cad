package io.tocsin.http.paging;

import io.tocsin.http.problem.Invalid;

/** How many rows a page may have, of the parameter {@code max} (wire/thousandeyes.md §1.6): a wish, brought within bounds. */
public final class PageSize {

    private static final int USUAL = 100;
    private static final int HIGHEST = 1_000;

    private PageSize() {}

    /** Null means the usual. Fails with {@link Invalid} for what is no number. */
    public static int of(String max) {
        if (max == null) {
            return USUAL;
        }
        if (!max.matches("\\d{1,9}")) {
            throw new Invalid("max", "must be a whole number");
        }
        return Math.max(1, Math.min(Integer.parseInt(max), HIGHEST));
    }
}

package io.tocsin.http.paging;

import java.util.List;
import java.util.Optional;

/** What a page shows of what was found, when one more was looked up than it holds: that one tells that there is a next page. */
public record Shown<T>(List<T> items, boolean isLast) {

    public static <T> Shown<T> of(List<T> found, int size) {
        return found.size() <= size ? new Shown<>(found, true) : new Shown<>(found.subList(0, size), false);
    }

    /** Behind which item the next page begins; empty when there is none. */
    public Optional<T> goesOnAfter() {
        return isLast ? Optional.empty() : Optional.of(items.get(items.size() - 1));
    }
}

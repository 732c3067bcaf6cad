package io.tocsin.dialects.dynatrace;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How version 2 pages: {@code pageSize} on the first call, and {@code nextPageKey} alone on the following ones. */
public final class DynatracePaging {

    public static final String NEXT_PAGE_KEY = "nextPageKey";

    private static final String SEPARATOR = "~";

    private DynatracePaging() {}

    /** Fails with {@link DynatraceRejected} unless the text is null, blank or a number from 1 to the largest. */
    static int size(String text, int otherwise, int largest) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!text.strip().matches("\\d{1,9}") || Integer.parseInt(text.strip()) < 1 || Integer.parseInt(text
                .strip()) > largest) {
            throw DynatraceRejected.query("pageSize", "must be a number from 1 to " + largest + ".");
        }
        return Integer.parseInt(text.strip());
    }

    /** Fails with {@link DynatraceRejected} when other parameters of this call stand beside a {@code nextPageKey}. */
    public static void alone(Collection<String> given, Set<String> ofThisCall) {
        var others = new TreeSet<>(given);
        others.retainAll(ofThisCall);
        if (!others.isEmpty()) {
            throw DynatraceRejected.query(NEXT_PAGE_KEY,
                    "must stand alone; leave out " + String.join(", ", others) + ".");
        }
    }

    public static DynatraceRejected badKey() {
        return DynatraceRejected.query(NEXT_PAGE_KEY, "is unreadable or of another list; start again without it.");
    }

    /**
     * One page of a list which never changes.
     *
     * @param next null on the last page
     */
    public record Page<T>(int total, int size, String next, List<T> elements) {

        private static final int DEFAULT_SIZE = 100;
        private static final int LARGEST_SIZE = 500;

        /** Fails with {@link DynatraceRejected}. */
        public static <T> Page<T> of(List<T> all, String pageSize, String nextPageKey) {
            return nextPageKey == null
                    ? at(all, 0, DynatracePaging.size(pageSize, DEFAULT_SIZE, LARGEST_SIZE))
                    : at(all, nextPageKey);
        }

        private static <T> Page<T> at(List<T> all, String key) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(key), StandardCharsets.US_ASCII).split(SEPARATOR);
                var from = Integer.parseInt(parts[0]);
                var size = Integer.parseInt(parts[1]);
                if (parts.length == 2 && from >= 0 && from <= all.size() && size > 0 && size <= LARGEST_SIZE) {
                    return at(all, from, size);
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                // said below, in words for the caller
            }
            throw badKey();
        }

        private static <T> Page<T> at(List<T> all, int from, int size) {
            var until = Math.min(all.size(), from + size);
            return new Page<>(all.size(), size, until == all.size() ? null : key(until, size), all.subList(from, until));
        }

        private static String key(int from, int size) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((from + SEPARATOR + size).getBytes(StandardCharsets.US_ASCII));
        }
    }
}

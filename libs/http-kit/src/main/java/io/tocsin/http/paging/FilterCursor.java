package io.tocsin.http.paging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A {@link Cursor} which carries the filter instead of only fitting it, for dialects whose next page is asked for by the cursor
 * alone. It needs no escaping in a URL either.
 *
 * @param filter whatever else the page needs to know, in a fixed order; null where nothing was said, which the empty text is too
 */
public record FilterCursor(Cursor place, List<String> filter) {

    private static final String SEPARATOR = ".";

    /** @param tenant whose list it is; nobody else can use the cursor */
    public String encode(Object... tenant) {
        var parts = new ArrayList<String>();
        for (var part : filter) {
            parts.add(part == null ? "" : base64(part));
        }
        parts.add(place.encode(fingerprinted(parts, tenant)));
        return String.join(SEPARATOR, parts);
    }

    /** Fails with {@link BadCursor} when the word is no cursor of this tenant, or has another number of parts. */
    public static FilterCursor decode(String word, int parts, Object... tenant) {
        var encoded = new ArrayList<>(Arrays.asList(word.split("\\" + SEPARATOR, -1)));
        if (encoded.size() != parts + 1) {
            throw new BadCursor();
        }
        var place = Cursor.decode(encoded.remove(parts), fingerprinted(encoded, tenant));
        var filter = new ArrayList<String>();
        for (var part : encoded) {
            filter.add(part.isEmpty() ? null : text(part));
        }
        return new FilterCursor(place, filter);
    }

    private static Object[] fingerprinted(List<String> parts, Object... tenant) {
        return new Object[]{ List.copyOf(parts), Arrays.asList(tenant) };
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadCursor();
        }
    }
}

package io.tocsin.dialects.thousandeyes.v6;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as v6 writes them. */
public final class V6Times {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private V6Times() {}

    /** Null for null. */
    public static String write(Instant instant) {
        return instant == null ? null : FORM.format(instant);
    }
}

package io.tocsin.http.limits;

import java.util.function.BiConsumer;

/** How the paths of one API family tell their callers what is left of a limit. A service adds a bean for each of its dialects. */
public interface LimitHeaders {

    /** The beginning of the paths it speaks for, such as {@code /api/}; of several the longest counts. */
    String pathPrefix();

    /** @param header takes name and value of each header */
    void write(Allowance allowance, BiConsumer<String, String> header);
}

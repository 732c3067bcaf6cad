package io.tocsin.dialects.thousandeyes.v6;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which of its two formats a call of v6 wants: by the end of its path, by {@code Accept}, by {@code format}, else JSON. */
public final class V6Format {

    public static final String XML = "xml";
    public static final String JSON = "json";

    private static final Pattern MEDIA_TYPE = Pattern.compile("(?:application|text)/(json|xml)");

    private V6Format() {}

    /** Each may be null. */
    public static String of(String suffix, String accept, String parameter) {
        return Optional.ofNullable(suffix)
                .or(() -> accepted(accept))
                .or(() -> Optional.ofNullable(parameter).filter(word -> word.equals(XML) || word.equals(JSON)))
                .orElse(JSON);
    }

    /** The first of the two which the header names. */
    private static Optional<String> accepted(String accept) {
        return Stream.ofNullable(accept)
                .map(header -> MEDIA_TYPE.matcher(header.toLowerCase(Locale.ROOT)))
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
    }
}

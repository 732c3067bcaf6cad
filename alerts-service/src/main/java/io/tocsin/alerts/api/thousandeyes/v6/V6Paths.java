package io.tocsin.alerts.api.thousandeyes.v6;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;

import io.vertx.core.http.HttpServerRequest;

/** Which paths are v6's, and which format a call wants: by the end of its path, by {@code Accept}, by {@code format}, else JSON. */
final class V6Paths {

    static final String ROOT = "/v6/";
    static final String XML = "xml";
    static final String JSON = "json";

    private static final Pattern OURS = Pattern.compile(
            "(?:/v[456])?/((?:alerts|alert-rules)(?:/[^/]+?)*?|(?<=/v[456]/)status)(?:\\.(json|xml))?/?");

    private static final Pattern MEDIA_TYPE = Pattern.compile("(?:application|text)/(json|xml)");

    private V6Paths() {}

    /** The one path where the resource stands, with its format; empty when the call is not v6's. */
    static Optional<String> home(HttpServerRequest call, String path) {
        var match = OURS.matcher(path);
        return match.matches()
                ? Optional.of(ROOT + match.group(1) + "." + (match.group(2) == null ? format(call) : match.group(2)))
                : Optional.empty();
    }

    private static String format(HttpServerRequest call) {
        return accepted(call.getHeader(HttpHeaders.ACCEPT))
                .or(() -> Optional.ofNullable(call.getParam("format")).filter(word -> word.equals(XML) || word.equals(JSON)))
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

    static String formatOf(String home) {
        return home.endsWith("." + XML) ? XML : JSON;
    }
}

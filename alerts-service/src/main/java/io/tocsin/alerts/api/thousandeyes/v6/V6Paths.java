package io.tocsin.alerts.api.thousandeyes.v6;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.HttpHeaders;

import io.tocsin.dialects.thousandeyes.v6.V6Format;
import io.vertx.core.http.HttpServerRequest;

/** Which paths are v6's, and which format a call wants: by the end of its path, by {@code Accept}, by {@code format}, else JSON. */
final class V6Paths {

    static final String ROOT = "/v6/";
    static final String XML = V6Format.XML;

    private static final Pattern OURS = Pattern.compile(
            "(?:/v[456])?/((?:alerts|alert-rules)(?:/[^/]+?)*?|(?<=/v[456]/)status)(?:\\.(json|xml))?/?");

    private V6Paths() {}

    /** The one path where the resource stands, with its format; empty when the call is not v6's. */
    static Optional<String> home(HttpServerRequest call, String path) {
        var match = OURS.matcher(path);
        return match.matches()
                ? Optional.of(ROOT + match.group(1) + "." + V6Format.of(match.group(2),
                        call.getHeader(HttpHeaders.ACCEPT), call.getParam("format")))
                : Optional.empty();
    }

    static String formatOf(String home) {
        return home.endsWith("." + XML) ? XML : V6Format.JSON;
    }
}

package io.tocsin.events.api.dynatrace;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/**
 * Tells which calls are Dynatrace's where its paths are Datadog's too (wire/dynatrace.md §1.3, wire/datadog.md §12), and where its
 * resources stand: below {@code /e/{environment}/}, whichever way a call came.
 */
final class DynatraceHints {

    /** No name of an account group; it means the caller's default one. */
    static final String DEFAULT_ENVIRONMENT = "-";

    private static final String HOME = "/e/" + DEFAULT_ENVIRONMENT + "/api/";
    private static final String PLATFORM = "/platform/classic/environment-api/";

    /** Paths which Datadog does not have. */
    private static final Pattern DYNATRACE_ONLY = Pattern.compile(
            "/api/v2/(events/ingest/?|eventTypes(/.*)?|eventProperties(/.*)?|tags/?)|/api/v1/entity/.*");
    private static final Pattern BY_ID = Pattern.compile("/api/v[12]/events/-?\\d+_-?\\d+");
    private static final Pattern SHARED = Pattern.compile("/api/v[12]/events(/[^/]*)?/?");

    private static final Set<String> PARAMETERS = Set.of("from", "to", "relativetime", "eventtype", "entityid", "eventselector",
            "entityselector", "pagesize", "nextpagekey", "cursor");

    private DynatraceHints() {}

    /** Where this call is to be answered; empty when it stands right there already, or is none of Dynatrace's. */
    static Optional<String> home(HttpServerRequest call, String path) {
        if (path.startsWith(PLATFORM)) {
            return Optional.of(HOME + path.substring(PLATFORM.length()));
        }
        return path.startsWith("/api/") && isDynatrace(call, path)
                ? Optional.of(HOME + path.substring("/api/".length()))
                : Optional.empty();
    }

    static boolean isDynatrace(HttpServerRequest call, String path) {
        if (path.startsWith("/e/") || path.startsWith(PLATFORM) || DYNATRACE_ONLY.matcher(path).matches()) {
            return true;
        }
        var parameters = call.params();
        if (hasDatadogKeys(call, parameters)) {
            return false;
        }
        return hasToken(call, parameters)
                || BY_ID.matcher(path).matches()
                || (SHARED.matcher(path).matches() && asksInDynatrace(parameters));
    }

    private static boolean hasDatadogKeys(HttpServerRequest call, MultiMap parameters) {
        return call.headers().contains("DD-API-KEY") || call.headers().contains("DD-APPLICATION-KEY")
                || parameters.contains("api_key") || parameters.contains("application_key");
    }

    private static boolean hasToken(HttpServerRequest call, MultiMap parameters) {
        var authorization = call.getHeader("Authorization");
        return parameters.contains(DynatraceTokens.PARAMETER)
                || (authorization != null && DynatraceTokens.isApiToken(authorization));
    }

    private static boolean asksInDynatrace(MultiMap parameters) {
        return parameters.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(PARAMETERS::contains);
    }
}

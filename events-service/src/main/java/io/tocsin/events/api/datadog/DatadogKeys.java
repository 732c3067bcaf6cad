package io.tocsin.events.api.datadog;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/**
 * Where a call carries its keys: in headers, in the query as old clients do, or as a bearer token which stands for both
 * (wire/datadog.md §2).
 */
record DatadogKeys(String apiKey, String applicationKey) {

    private static final String BEARER = "bearer ";

    static DatadogKeys of(HttpHeaders headers, UriInfo uri) {
        var token = bearer(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        return new DatadogKeys(
                first(headers.getHeaderString("DD-API-KEY"), uri.getQueryParameters().getFirst("api_key"), token),
                first(headers.getHeaderString("DD-APPLICATION-KEY"), uri.getQueryParameters().getFirst("application_key"),
                        token));
    }

    String requiredApiKey() {
        return required(apiKey, "API key required");
    }

    String requiredApplicationKey() {
        return required(applicationKey, "Application key required");
    }

    private static String required(String key, String complaint) {
        if (key == null) {
            throw new KeyMissing(complaint);
        }
        return key;
    }

    private static String bearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    private static String first(String... candidates) {
        for (var candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return null;
    }
}

package io.tocsin.events.api.dynatrace;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import io.tocsin.http.identity.Unauthenticated;

/** Where a call carries its token (wire/dynatrace.md §1.2). */
final class DynatraceTokens {

    static final String PARAMETER = "api-token";

    private static final String API_TOKEN = "api-token ";
    private static final String BEARER = "bearer ";

    private DynatraceTokens() {}

    /** Fails with {@link Unauthenticated} when there is none. */
    static String of(HttpHeaders headers, UriInfo uri) {
        var authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && isApiToken(authorization)) {
            return authorization.strip().substring(API_TOKEN.length()).strip();
        }
        if (authorization != null && begins(authorization, BEARER)) {
            return authorization.strip().substring(BEARER.length()).strip();
        }
        var token = uri.getQueryParameters().getFirst(PARAMETER);
        if (token == null || token.isBlank()) {
            throw new Unauthenticated("No token was given; send 'Authorization: Api-Token <token>'.");
        }
        return token;
    }

    static boolean isApiToken(String authorization) {
        return begins(authorization, API_TOKEN);
    }

    private static boolean begins(String authorization, String scheme) {
        return authorization.strip().regionMatches(true, 0, scheme, 0, scheme.length());
    }
}

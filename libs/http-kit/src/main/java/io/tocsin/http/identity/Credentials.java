package io.tocsin.http.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Where {@code Authorization} carries a credential: {@code Bearer}, {@code Api-Token}, or the password of {@code Basic}. */
final class Credentials {

    private Credentials() {}

    /** The credential of a header, null without a header. Fails with {@link Unauthenticated} when it carries none. */
    static String of(String authorization) {
        if (authorization == null || authorization.isBlank()) {
            return null;
        }
        var parts = authorization.strip().split("\\s+", 2);
        if (parts.length < 2) {
            throw new Unauthenticated("The Authorization header names no credential after its scheme.");
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer", "api-token" -> parts[1];
            case "basic" -> password(parts[1]);
            default -> throw new Unauthenticated("The Authorization scheme must be Bearer, Basic or Api-Token.");
        };
    }

    private static String password(String userAndPassword) {
        try {
            var decoded = new String(Base64.getDecoder().decode(userAndPassword), StandardCharsets.UTF_8);
            return decoded.substring(decoded.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            throw new Unauthenticated("The Basic credential is not Base64 of user:password.");
        }
    }
}

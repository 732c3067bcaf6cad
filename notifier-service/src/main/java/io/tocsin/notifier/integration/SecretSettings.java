package io.tocsin.notifier.integration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.tocsin.http.problem.Invalid;
import io.tocsin.notifier.secret.Secrets;

/** Secrets in settings: kept when they come in, hidden when they go out. */
@Singleton
class SecretSettings {

    private final Secrets secrets;

    SecretSettings(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * @param former what was kept, for secrets which the author leaves as they are; null when there was nothing. To another place
     *        they are not taken along: who may edit webhooks would else read them there.
     */
    ConnectorSettings keep(String organization, ConnectorSettings given, ConnectorSettings former) {
        var before = former != null && isSamePlace(given.target(), former.target()) ? former : null;
        return new ConnectorSettings(given.type(), given.name(), given.target(),
                keep(organization, given.authentication(), before == null ? null : before.authentication()),
                keepHeaders(organization, given.headers(), before == null ? List.of() : before.headers()),
                keepAll(organization, given.signingSecrets(), before == null ? List.of() : before.signingSecrets()));
    }

    List<Header> keepHeaders(String organization, List<Header> given, List<Header> before) {
        var kept = new ArrayList<Header>();
        for (int i = 0; i < given.size(); i++) {
            var header = given.get(i);
            kept.add(header.holdsSecret()
                    ? header.with(keep(organization, "headers[" + i + "].value", header.value(), valueOf(header, before)))
                    : header);
        }
        return kept;
    }

    static ConnectorSettings shown(ConnectorSettings kept) {
        return new ConnectorSettings(kept.type(), kept.name(), kept.target(), shown(kept.authentication()),
                shownHeaders(kept.headers()), kept.signingSecrets().stream().map(Secrets::shown).toList());
    }

    static List<Header> shownHeaders(List<Header> kept) {
        return kept.stream()
                .map(header -> header.holdsSecret() ? header.with(Secrets.shown(header.value())) : header)
                .toList();
    }

    private static boolean isSamePlace(String one, String other) {
        return origin(URI.create(one)).equalsIgnoreCase(origin(URI.create(other)));
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static Authentication shown(Authentication kept) {
        return kept == null
                ? null
                : new Authentication(kept.type(), kept.username(), orNull(kept.password(), Secrets::shown),
                        orNull(kept.token(), Secrets::shown));
    }

    private Authentication keep(String organization, Authentication given, Authentication before) {
        return given == null
                ? null
                : new Authentication(given.type(), given.username(),
                        orNull(given.password(), password -> keep(organization, "authentication.password", password,
                                before == null ? null : before.password())),
                        orNull(given.token(), token -> keep(organization, "authentication.token", token,
                                before == null ? null : before.token())));
    }

    private List<String> keepAll(String organization, List<String> given, List<String> before) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < given.size(); i++) {
            kept.add(keep(organization, "signingSecrets[" + i + "]", given.get(i), i < before.size() ? before.get(i) : null));
        }
        return kept;
    }

    private String keep(String organization, String field, String given, String before) {
        if (Secrets.HIDDEN.equals(given)) {
            if (before == null) {
                throw new Invalid(field, "must be the secret: there is none to keep, or the target is another host now");
            }
            return before;
        }
        try {
            return secrets.keep(organization, given);
        } catch (IllegalArgumentException e) {
            throw new Invalid(field, e.getMessage());
        }
    }

    private static String valueOf(Header header, List<Header> before) {
        return before.stream()
                .filter(other -> other.name().equalsIgnoreCase(header.name()) && other.holdsSecret())
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }

    private static String orNull(String value, Function<String, String> change) {
        return value == null ? null : change.apply(value);
    }
}

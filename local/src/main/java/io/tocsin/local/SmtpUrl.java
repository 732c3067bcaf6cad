package io.tocsin.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.tocsin.local.process.CannotStart;

/**
 * A mail server as people write it: {@code smtp://host:port}, {@code smtp+starttls://user:password@host}, {@code smtps://host}.
 * User and password are percent-encoded.
 *
 * @param security {@code none}, {@code starttls} or {@code tls}
 * @param user null when the server asks for none
 */
public record SmtpUrl(String host, int port, String security, String user, String password) {

    private static final String HOW = "Write smtp://HOST:PORT, smtp+starttls://USER:PASSWORD@HOST:PORT or smtps://USER:PASSWORD@HOST:PORT"
            + " (with %XX for special characters in user and password).";

    /** Never repeats the text in an error: it may hold a password. */
    public static SmtpUrl parse(String text) {
        var uri = uri(text);
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new CannotStart("The --smtp URL names no mail server. " + HOW);
        }
        var login = Objects.requireNonNullElse(uri.getRawUserInfo(), "").split(":", 2);
        var host = uri.getHost().replaceAll("[\\[\\]]", "");
        return new SmtpUrl(host, port(uri), security(uri), decoded(login[0]), login.length == 2 ? decoded(login[1]) : null);
    }

    /** The settings of the notifier. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<>(Map.of(
                "tocsin.notifier.smtp.host", host,
                "tocsin.notifier.smtp.port", Integer.toString(port),
                "tocsin.notifier.smtp.security", security));
        if (user != null) {
            settings.put("tocsin.notifier.smtp.user", user);
            settings.put("tocsin.notifier.smtp.password", Objects.requireNonNullElse(password, ""));
        }
        return settings;
    }

    /** Without user and password, for everybody to see. */
    @Override
    public String toString() {
        var scheme = switch (security) {
            case "tls" -> "smtps";
            case "starttls" -> "smtp+starttls";
            default -> "smtp";
        };
        return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new CannotStart("The --smtp URL is not a URL. " + HOW);
        }
    }

    private static String security(URI uri) {
        return switch (uri.getScheme()) {
            case "smtp" -> "none";
            case "smtp+starttls" -> "starttls";
            case "smtps" -> "tls";
            default -> throw new CannotStart("The --smtp URL begins with " + uri.getScheme() + "://. " + HOW);
        };
    }

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return switch (security(uri)) {
            case "tls" -> 465;
            case "starttls" -> 587;
            default -> 25;
        };
    }

    /** Percent-encoding only: a plus sign is a plus sign. */
    private static String decoded(String raw) {
        return raw.isEmpty() ? null : URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

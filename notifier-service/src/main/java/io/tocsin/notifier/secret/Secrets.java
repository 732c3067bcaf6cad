package io.tocsin.notifier.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Keeps secrets of callers. Kept forms are {@code secret:NAME}, which stands for what was mounted, and {@code sealed:...}; callers are
 * shown the first, and {@link #HIDDEN} for the second.
 */
@Singleton
public class Secrets {

    /** What callers are shown instead of a secret; sent back, it means the secret as it is. */
    public static final String HIDDEN = "********";

    private static final String REFERENCE = "secret:";
    private static final String SEALED = "sealed:";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final SecretConfig config;
    private final Optional<Seal> seal;

    Secrets(SecretConfig config) {
        this.config = config;
        this.seal = key(config).map(Secrets::seal);
    }

    public static boolean isReference(String text) {
        return text.startsWith(REFERENCE);
    }

    /** The form to be stored. Fails with {@link IllegalArgumentException}, whose message is for the caller. */
    public String keep(String organization, String given) {
        if (isReference(given)) {
            if (!NAME.matcher(given.substring(REFERENCE.length())).matches()) {
                throw new IllegalArgumentException(
                        "must name a secret with letters, digits, - and _ only, such as secret:pager-2026");
            }
            return given;
        }
        return SEALED + seal.map(key -> key.close(organization, given))
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be a reference to a mounted secret, such as secret:pager-2026;"
                                + " secrets as they are need tocsin.notifier.webhook.secrets.key"));
    }

    /** What may be told of it. */
    public static String shown(String kept) {
        return isReference(kept) ? kept : HIDDEN;
    }

    /** The secret itself. Reads a file: blocks. */
    public String open(String organization, String kept) throws SecretUnavailable {
        return isReference(kept)
                ? mounted(organization, kept.substring(REFERENCE.length()))
                : opened(organization, kept.substring(SEALED.length()));
    }

    private String mounted(String organization, String name) throws SecretUnavailable {
        var key = organization + "." + name;
        if (!ORGANIZATION.matcher(organization).matches() || !NAME.matcher(name).matches()) {
            throw new SecretUnavailable("the secret " + name + " cannot be mounted for an organization of this name");
        }
        var file = config.directory().map(directory -> directory.resolve(key));
        var read = file.isPresent() ? read(file.get()) : Optional.<String>empty();
        return read.or(() -> Optional.ofNullable(config.values().get(key)))
                .orElseThrow(() -> new SecretUnavailable("the secret " + name + " is not mounted; it would be the file " + key
                        + " in tocsin.notifier.webhook.secrets.directory"));
    }

    private String opened(String organization, String sealed) throws SecretUnavailable {
        try {
            return seal.orElseThrow(() -> new SecretUnavailable(
                    "a secret is sealed and tocsin.notifier.webhook.secrets.key is not set"))
                    .open(organization, sealed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecretUnavailable("a secret was sealed with another key; send it once more");
        }
    }

    private static Optional<String> read(Path file) throws SecretUnavailable {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SecretUnavailable("the file of a secret cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static Optional<String> key(SecretConfig config) {
        if (config.keyFile().isEmpty()) {
            return config.key();
        }
        try {
            return Files.readString(config.keyFile().get()).lines().findFirst();
        } catch (IOException e) {
            throw new ConfigurationException("tocsin.notifier.webhook.secrets.key-file cannot be read: " + e.getMessage());
        }
    }

    private static Seal seal(String key) {
        try {
            return new Seal(key);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("tocsin.notifier.webhook.secrets.key must be 32 bytes in base64: " + e
                    .getMessage());
        }
    }
}

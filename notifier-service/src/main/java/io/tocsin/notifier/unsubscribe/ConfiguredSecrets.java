package io.tocsin.notifier.unsubscribe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;

/** The secrets which the operator gave. Read at start, so that a wrong setting is known before the first mail. */
@Startup
@Singleton
class ConfiguredSecrets {

    private static final String KEY = "tocsin.notifier.unsubscribe.";
    private static final int SHORTEST = 16;

    private final Optional<byte[]> current;
    private final Optional<byte[]> previous;

    ConfiguredSecrets(UnsubscribeConfig config) {
        current = secret("secret", config.secret(), config.secretFile());
        previous = secret("previous-secret", config.previousSecret(), config.previousSecretFile());
        Log.infof("unsubscribe: links in mails are signed with %s",
                current.isPresent() ? "the configured secret" : "the secret which the database keeps");
    }

    Optional<byte[]> current() {
        return current;
    }

    Optional<byte[]> previous() {
        return previous;
    }

    private static Optional<byte[]> secret(String name, Optional<String> value, Optional<Path> file) {
        return file.map(path -> content(name, path))
                .or(() -> value)
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> longEnough(name, secret));
    }

    private static byte[] longEnough(String name, String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException(KEY + name + " has " + secret.length() + " characters; it needs at least "
                    + SHORTEST
                    + " random ones, or anybody could unsubscribe others");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private static String content(String name, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(KEY + name + "-file cannot be read: " + e, e);
        }
    }
}

package io.tocsin.notifier.secret;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/**
 * Secrets of webhooks. What a caller writes as {@code secret:NAME} is the file {@code <organization>.NAME} in the directory, or the
 * setting of that name: no organization reaches another's.
 */
@ConfigMapping(prefix = "tocsin.notifier.webhook.secrets")
public interface SecretConfig {

    /** A mounted directory, one file for each secret. Read with each call, so that a file may be replaced at any time. */
    Optional<Path> directory();

    /** {@code tocsin.notifier.webhook.secrets.values."acme.pager"=...}, for those which are not mounted. */
    Map<String, String> values();

    /**
     * The key which seals secrets that callers send as they are: 32 bytes in base64. Without it they are refused. The first line
     * of the file counts.
     */
    Optional<Path> keyFile();

    Optional<String> key();
}

package io.tocsin.notifier.unsubscribe;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Links by which recipients unsubscribe. */
@ConfigMapping(prefix = "tocsin.notifier.unsubscribe")
public interface UnsubscribeConfig {

    /** Whether mails have such links. Links in mails sent before work all the same. */
    @WithDefault("true")
    boolean enabled();

    /**
     * What links are signed with, 16 random characters or more, the same in all replicas. Without it a random one is used, which the
     * database keeps; links signed with that one are always good.
     */
    Optional<String> secret();

    /** A file which holds the secret. */
    Optional<Path> secretFile();

    /** The secret before the last change, with which links in older mails were signed. */
    Optional<String> previousSecret();

    Optional<Path> previousSecretFile();
}

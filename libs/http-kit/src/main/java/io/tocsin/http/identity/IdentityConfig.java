package io.tocsin.http.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where credentials are known from. JWTs are configured by {@code mp.jwt.verify.*}. */
@ConfigMapping(prefix = "tocsin.identity")
public interface IdentityConfig {

    /** YAML file with the SHA-256 hashes of the API keys; see {@code package-info} for its form. */
    Optional<Path> keysFile();

    /** How often the file is compared with what was read last; so long a new key is unknown and a removed one still works. */
    @WithDefault("1s")
    Duration keysFileCheck();
}

package io.tocsin.http.refusals;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When refused credentials are worth an entry in the audit log. */
@ConfigMapping(prefix = "tocsin.identity.refusals")
public interface RefusalsConfig {

    /** So many refusals of one credential within {@link #window} are too often. All unknown ones count together. */
    @WithDefault("20")
    @Positive
    int threshold();

    /** A credential has at most one entry in so long, from each replica: nobody can fill the log. */
    @WithDefault("1h")
    Duration window();
}

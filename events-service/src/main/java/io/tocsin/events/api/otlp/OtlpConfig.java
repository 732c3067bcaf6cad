package io.tocsin.events.api.otlp;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is taken by OTLP. */
@ConfigMapping(prefix = "tocsin.events.otlp")
public interface OtlpConfig {

    /** Most bytes of a request once it is inflated; a few bytes can become very many. */
    @WithDefault("4194304")
    @Positive
    int maxInflated();

    /** The length in seconds of the rounds of tests which do not say their interval: the shortest that ThousandEyes knows. */
    @WithDefault("60")
    @Positive
    int round();
}

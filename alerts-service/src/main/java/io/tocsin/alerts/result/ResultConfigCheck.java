package io.tocsin.alerts.result;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

/** A mistake in the configuration stops the start and says what to mend. */
@Startup
@Singleton
class ResultConfigCheck {

    private static final String PREFIX = "tocsin.alerts.results.";

    /** By so much a result may be late (docs/dialects/thousandeyes.md): a test which is forgotten earlier would begin anew with it. */
    private static final Duration LATEST = Duration.ofDays(31);

    ResultConfigCheck(ResultConfig config) {
        require(!config.tolerance().isNegative(), "tolerance must not be negative, not " + config.tolerance());
        require(config.silence().compareTo(config.tolerance()) > 0,
                "silence must be longer than " + PREFIX + "tolerance (" + config.tolerance() + "), not " + config.silence());
        require(config.keep().compareTo(LATEST) >= 0,
                "keep must be at least 31 days, by which a result may be late, not " + config.keep());
        require(config.keep().compareTo(config.silence()) >= 0,
                "keep must be at least as long as " + PREFIX + "silence (" + config.silence() + "), not " + config.keep());
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new IllegalStateException(PREFIX + otherwise);
        }
    }
}

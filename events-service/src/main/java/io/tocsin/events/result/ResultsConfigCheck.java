package io.tocsin.events.result;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import io.tocsin.events.receipt.Tolerance;

/** A mistake in the configuration stops the start and says what to mend. */
@Startup
@Singleton
class ResultsConfigCheck {

    ResultsConfigCheck(ResultsConfig config) {
        if (config.keep().compareTo(Tolerance.BEFORE) < 0) {
            throw new IllegalStateException("tocsin.events.results.keep must be at least " + Tolerance.BEFORE.toDays()
                    + " days, by which a result may be late, not " + config.keep());
        }
    }
}

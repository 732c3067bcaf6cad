package io.tocsin.alerts.evaluation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How rules are evaluated. */
@ConfigMapping(prefix = "tocsin.alerts.evaluation")
public interface EvaluationConfig {

    /**
     * How long an alert whose window has slid away waits for events which are still on their way, before it clears. Its end is the
     * moment of the slide all the same.
     */
    @WithDefault("2s")
    Duration settle();

    /** How long a match is kept after it counted and after it arrived, for events that come late and meet it in one window. */
    @WithDefault("15m")
    Duration keep();

    /** How often to look for alerts that are due to clear; {@code off} only where a test does it by hand. */
    @WithDefault("1s")
    String clearEvery();

    /** How often to delete matches that are not needed any more; {@code off} only where a test does it by hand. */
    @WithDefault("5s")
    String forgetEvery();

    /** Most alerts cleared in one transaction. */
    @WithDefault("100")
    int clearBatch();

    /** Most matches deleted in one transaction. */
    @WithDefault("10000")
    int forgetBatch();
}

package io.tocsin.alerts.result;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How test results are evaluated. */
@ConfigMapping(prefix = "tocsin.alerts.results")
public interface ResultConfig {

    /**
     * How much earlier than the latest round of its test a round may begin and still be evaluated. What comes later than that is
     * counted in {@code tocsin.alerts.results.late} and changes nothing. Longer costs more memory per test, not time.
     */
    @WithDefault("15m")
    Duration tolerance();

    /** How often open alerts are held against real-time suppression windows; {@code off} only where a test does it by hand. */
    @WithDefault("5s")
    String muteEvery();

    /**
     * How long nothing is heard of a test until its open alerts end, as if somebody had disabled it. Longer than events-service and
     * the way from there may stand still.
     */
    @WithDefault("1d")
    Duration silence();

    /** How long nothing is heard of a test until everything about it is forgotten; at least 31 days, by which a result may be late. */
    @WithDefault("40d")
    Duration keep();

    /** How often to look for tests which fell silent; {@code off} only where a test does it by hand. */
    @WithDefault("1m")
    String forgetEvery();

    /** How often to delete baselines of sources which left; {@code off} only where a test does it by hand. */
    @WithDefault("1h")
    String forgetBaselinesEvery();
}

package io.tocsin.events.detection.run;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.tocsin.detection.DetectionSettings;

/** How results are judged. */
@ConfigMapping(prefix = "tocsin.detection")
public interface DetectionConfig {

    /** How long after a minute its results are waited for; what comes later makes that minute be judged again. */
    @WithDefault("30s")
    Duration settle();

    /** For how long after its last failing round people are told of an event; an older one is a backfill's. */
    @WithDefault("30m")
    Duration recent();

    /** Most results which are read at once, unless one minute has more. */
    @WithDefault("20000")
    @Positive
    int batchSize();

    /** How many events may open by chance in a week, over all components of an organization together. */
    @WithDefault("0.5")
    @Positive
    double falseEventsPerWeek();

    /** How long an organization's first results only teach what is usual. */
    @WithDefault("6h")
    Duration learning();

    /** How long nothing may fail before an event is over. */
    @WithDefault("5m")
    Duration quiet();

    /** How long a detected event is kept after its end. */
    @WithDefault("400d")
    Duration keep();

    default DetectionSettings settings() {
        return Settings.of(this);
    }
}

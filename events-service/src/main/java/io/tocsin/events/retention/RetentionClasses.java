package io.tocsin.events.retention;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

/** Which class an organization's events are of. A mistake in the configuration stops the start and says what to mend. */
@Startup
@Singleton
public class RetentionClasses {

    private static final String PREFIX = "tocsin.events.retention.";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,30}");

    private final RetentionConfig config;

    RetentionClasses(RetentionConfig config) {
        this.config = config;
        config.classes().forEach(RetentionClasses::check);
        requireKnown(config.defaultClass(), "default-class");
        config.organizations().forEach((organization, name) -> requireKnown(name, "organizations." + organization));
        var width = config.partitionWidth();
        if (width.isNegative() || width.isZero() || width.toMillis() % Duration.ofHours(1).toMillis() != 0) {
            throw new IllegalStateException(PREFIX + "partition-width must be a number of whole hours, not " + width);
        }
        if (config.ahead().isNegative()) {
            throw new IllegalStateException(PREFIX + "ahead must not be negative");
        }
    }

    public String of(String organization) {
        return config.organizations().getOrDefault(organization, config.defaultClass());
    }

    /** For how long after their receipt the events of an organization are there for certain. */
    public Duration ageFor(String organization) {
        return ages().get(of(organization));
    }

    /** How long the events of each class are kept. */
    Map<String, Duration> ages() {
        return config.classes();
    }

    Duration partitionWidth() {
        return config.partitionWidth();
    }

    Duration ahead() {
        return config.ahead();
    }

    private static void check(String name, Duration age) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException(PREFIX + "classes." + name
                    + ": the name of a class is a lower-case letter and up to 30 letters and digits more");
        }
        if (age.isNegative() || age.isZero()) {
            throw new IllegalStateException(PREFIX + "classes." + name + " must be longer than nothing, not " + age);
        }
    }

    private void requireKnown(String name, String key) {
        if (!config.classes().containsKey(name)) {
            throw new IllegalStateException(PREFIX + key + " names the class '" + name + "', of which " + PREFIX + "classes."
                    + name + " does not say how long its events are kept");
        }
    }
}

package io.tocsin.events.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

class RetentionClassesTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void anOrganizationHasItsClassOrTheDefault() {
        var classes = new RetentionClasses(new Settings(Map.of("standard", WEEK, "long", WEEK), Map.of("acme", "long"), WEEK));

        assertThat(classes.of("acme")).isEqualTo("long");
        assertThat(classes.of("other")).isEqualTo("standard");
    }

    @Test
    void whatIsWrongIsNamed() {
        refuses(new Settings(Map.of(), Map.of(), WEEK), "retention.default-class names the class 'standard'");
        refuses(new Settings(Map.of("standard", WEEK), Map.of("acme", "gold"), WEEK),
                "organizations.acme names the class 'gold'");
        refuses(new Settings(Map.of("standard", WEEK, "x; drop", WEEK), Map.of(), WEEK), "classes.x; drop: the name");
        refuses(new Settings(Map.of("standard", Duration.ZERO), Map.of(), WEEK),
                "classes.standard must be longer than nothing");
        refuses(new Settings(Map.of("standard", WEEK), Map.of(), Duration.ofMinutes(90)),
                "partition-width must be a number of");
    }

    private static void refuses(RetentionConfig settings, String complaint) {
        assertThatThrownBy(() -> new RetentionClasses(settings)).hasMessageContaining(complaint);
    }

    private record Settings(Map<String, Duration> classes, Map<String, String> organizations, Duration partitionWidth)
            implements
                RetentionConfig {

        @Override
        public String defaultClass() {
            return "standard";
        }

        @Override
        public Duration ahead() {
            return WEEK;
        }
    }
}

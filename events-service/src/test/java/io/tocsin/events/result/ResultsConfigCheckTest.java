package io.tocsin.events.result;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class ResultsConfigCheckTest {

    @Test
    void resultsAreKeptAsLongAsTheyMayBeLate() {
        assertThatCode(() -> new ResultsConfigCheck(keeping("31d"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new ResultsConfigCheck(keeping("30d")))
                .hasMessage("tocsin.events.results.keep must be at least 31 days, by which a result may be late, not PT720H");
    }

    private static ResultsConfig keeping(String keep) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ResultsConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("tocsin.events.results.keep", keep), "test", 100))
                .build()
                .getConfigMapping(ResultsConfig.class);
    }
}

package io.tocsin.model.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeasurementsTest {

    @Test
    void theSameNumberIsEqualInAnyForm() {
        var whole = Measurements.of(Map.of("loss", 50));

        var fraction = Measurements.of(Map.of("loss", 50.0));

        assertThat(whole).isEqualTo(fraction);
        assertThat(whole.number("loss")).hasValue(50);
    }

    @Test
    void whatIsNullWasNotMeasured() {
        var values = new HashMap<String, Object>();
        values.put("loss", null);

        var measured = Measurements.of(values);

        assertThat(measured).isEqualTo(Measurements.NOTHING);
        assertThat(measured.number("loss")).isEmpty();
    }

    @Test
    void aTextIsAListOfOne() {
        var measured = Measurements.of(Map.of("mappings", "192.0.2.1"));

        assertThat(measured.texts("mappings")).containsExactly("192.0.2.1");
        assertThat(measured.number("mappings")).isEmpty();
    }

    @Test
    void partsKeepTheirOrder() {
        var hop = Measurements.of(Map.of("hop", 1));
        var next = Measurements.of(Map.of("hop", 2));

        var measured = Measurements.NOTHING.with("hops", List.of(hop, next));

        assertThat(measured.parts("hops")).containsExactly(hop, next);
        assertThat(measured.parts("pages")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whatIsNoMeasurementIsRefused(Object stranger) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measurements.of(Map.of("loss", stranger)))
                .withMessageContaining("loss");
    }

    static Stream<Object> strangers() {
        return Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Map.of(), List.of(1), new Object());
    }
}

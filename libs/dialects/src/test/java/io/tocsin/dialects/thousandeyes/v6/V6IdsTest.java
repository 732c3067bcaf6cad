package io.tocsin.dialects.thousandeyes.v6;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class V6IdsTest {

    @Test
    void anIdIsItsNumber() {
        assertThat(V6Ids.of("0")).isZero();
        assertThat(V6Ids.of("999999999999999999")).isEqualTo(999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "web-1", "012", "-1", "1.5", "1000000000000000000" })
    void whatIsNoNumberIsLeftOut(String id) {
        assertThat(V6Ids.of(id)).isNull();
    }
}

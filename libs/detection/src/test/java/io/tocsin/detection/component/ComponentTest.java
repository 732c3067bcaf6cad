package io.tocsin.detection.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentTest {

    @Test
    void numbersOfASHaveAll32Bits() {
        var large = (int) 4_200_000_000L;

        assertThat(Component.network(large, "NO", 64_510).name()).isEqualTo("4200000000 NO 64510");
        assertThat(Component.pop(large, "").name()).isEqualTo("4200000000 ");
    }
}

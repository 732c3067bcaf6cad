package io.tocsin.proof;

import org.junit.jupiter.api.Test;

import io.tocsin.test.HouseRules;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.hold("io.tocsin.proof");
    }
}

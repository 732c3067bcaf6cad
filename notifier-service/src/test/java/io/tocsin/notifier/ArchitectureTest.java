package io.tocsin.notifier;

import org.junit.jupiter.api.Test;

import io.tocsin.test.HouseRules;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.hold("io.tocsin.notifier");
    }
}

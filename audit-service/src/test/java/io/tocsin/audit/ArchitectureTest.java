package io.tocsin.audit;

import org.junit.jupiter.api.Test;

import io.tocsin.test.HouseRules;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.hold("io.tocsin.audit");
    }
}

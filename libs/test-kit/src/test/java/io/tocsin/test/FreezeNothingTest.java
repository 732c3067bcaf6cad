package io.tocsin.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

class FreezeNothingTest {

    private static final class Direct {
        static final UUID ID = UUID.randomUUID();
    }

    private static final class Hidden {
        static final String ID = made();

        static String made() {
            return Direct.class.getName() + System.getenv("HOME");
        }
    }

    private static final class Harmless {
        static final String ID = "one";

        static UUID later() {
            return UUID.randomUUID();
        }
    }

    @Test
    void whatAnInitializerDrawsIsFrozen() {
        assertThat(objections(Direct.class)).contains("java.util.UUID.randomUUID()");
    }

    @Test
    void alsoBehindAMethodWhichItCalls() {
        assertThat(objections(Hidden.class)).contains("java.lang.System.getenv");
    }

    @Test
    void whatIsDrawnLaterIsNot() {
        assertThat(objections(Harmless.class)).isEqualTo("[]");
    }

    private static String objections(Class<?> type) {
        var rule = ArchRuleDefinition.classes().should(new FreezeNothing());
        return rule.evaluate(new ClassFileImporter().importClasses(type)).getFailureReport().getDetails().toString();
    }
}

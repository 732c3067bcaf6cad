package io.tocsin.dialects;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.tocsin.test.HouseRules;

class ArchitectureTest {

    private final JavaClasses dialects = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tocsin.dialects");

    @Test
    void theHouseRulesHold() {
        HouseRules.hold("io.tocsin.dialects");
    }

    @Test
    void noVendorKnowsAnother() {
        slices().matching("io.tocsin.dialects.(*)..")
                .should()
                .notDependOnEachOther()
                .check(dialects);
    }

    @Test
    void aDialectSpeaksNoHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus..", "io.vertx..", "java.net.http..")
                .check(dialects);
    }
}

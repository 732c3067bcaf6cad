package io.tocsin.expression;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.tocsin.test.HouseRules;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.hold("io.tocsin.expression");
    }

    @Test
    void onlyTheReaderKnowsTheGrammar() {
        var expression = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.tocsin.expression");

        noClasses()
                .that()
                .resideInAnyPackage("..tree..", "..metric..", "..evaluate..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.antlr..", "..grammar..", "io.tocsin.expression")
                .check(expression);
    }

    @Test
    void theLibraryNeedsNoFramework() {
        var expression = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.tocsin.expression");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.antlr..", "com.google.re2j..", "io.tocsin.expression..",
                        "io.tocsin.model..")
                .check(expression);
    }
}

package io.tocsin.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.tocsin.test.HouseRules;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.hold("io.tocsin.query");
    }

    @Test
    void onlyTheReaderKnowsTheGrammar() {
        var query = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.tocsin.query");

        noClasses()
                .that()
                .resideInAnyPackage("..tree..", "..meaning..", "..match..", "..sql..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.antlr..", "..grammar..", "io.tocsin.query")
                .check(query);
    }
}

package io.tocsin.test.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * Whether a service would work as a native executable, as far as that can be told without making one: what {@code native-image} is
 * given knows every type and every resource which is looked up by name. Runs in the folder of the service's module, after its native
 * sources were made; that no static initializer freezes anything is one of the {@link io.tocsin.test.HouseRules}.
 */
public abstract class NativeReadiness {

    private final NativeSources sources = NativeSources.read(Path.of("target", "native-sources"));

    @Test
    void everyTypeThatIsReadOrWrittenIsRegistered() {
        var classes = new ClassFileImporter().importLocations(sources.jars());

        var spoken = SpokenTypes.among(classes);

        assertThat(spoken).hasSizeGreaterThan(3);
        assertThat(sources.reflective()).containsAll(spoken);
    }

    @Test
    void everyResourceIsIncluded() {
        var resources = ShippedResources.of(sources).toList();

        assertThat(resources).anyMatch(name -> name.startsWith("db/migration/V001")).contains("db/grants/afterMigrate.sql");
        assertThat(resources).allMatch(sources::includes, "is included");
    }

    /** ANTLR makes a parser of a grammar, tables inside: it looks nothing up. */
    @Test
    void everyGrammarIsCompiledIn() {
        assertThat(ShippedResources.parsers(sources)).allMatch(sources.files()::contains, "is part of the application");
    }

    @Test
    void whatIsTrustedAndWhatIsSecretComesWhenItRuns() {
        assertThat(sources.arguments()).contains("--no-fallback", "--link-at-build-time")
                .noneMatch(argument -> argument.contains("trustStore"));
        assertThat(sources.files()).noneMatch(name -> name.matches(".*\\.(pem|key|crt|cer|p12|pfx|jks)"));
    }
}

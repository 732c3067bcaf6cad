package io.tocsin.outbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.runtime.LaunchMode;
import io.tocsin.outbox.OutboxConfig;

class ServiceCredentialTest {

    private record Settings(Optional<String> serviceCredential, Optional<Path> serviceCredentialFile,
            Optional<String> previousServiceCredential, Optional<Path> previousServiceCredentialFile) implements OutboxConfig {

        static Settings none() {
            return new Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Settings secrets(String current, String previous) {
            return new Settings(Optional.of(current), Optional.empty(), Optional.of(previous), Optional.empty());
        }

        static Settings file(Path file) {
            return new Settings(Optional.empty(), Optional.of(file), Optional.empty(), Optional.empty());
        }

        @Override
        public Map<String, URI> destinations() {
            return Map.of();
        }

        @Override
        public String source() {
            return "test-service";
        }
    }

    @TempDir
    Path directory;

    @AfterEach
    void backToTests() {
        LaunchMode.set(LaunchMode.TEST);
    }

    @Test
    void theCredentialAndTheOneBeforeItAreAdmitted() {
        var credential = new ServiceCredential(Settings.secrets("new", "old"));

        assertThat(credential.header()).isEqualTo("Bearer new");
        assertThat(credential.admits("Bearer new")).isTrue();
        assertThat(credential.admits("bearer old")).isTrue();
        assertThat(credential.admits("Bearer older")).isFalse();
        assertThat(credential.admits("Bearer ")).isFalse();
        assertThat(credential.admits(null)).isFalse();
    }

    @Test
    void aFileIsReadAgain() throws IOException {
        var file = Files.writeString(directory.resolve("credential"), "first\n");
        var credential = new ServiceCredential(Settings.file(file));

        Files.writeString(file, "second\n");
        credential.reload();

        assertThat(credential.header()).isEqualTo("Bearer second");
        assertThat(credential.admits("Bearer first")).isFalse();
    }

    @Test
    void aFileThatVanishesLeavesTheCredentialAsItWas() throws IOException {
        var file = Files.writeString(directory.resolve("credential"), "first");
        var credential = new ServiceCredential(Settings.file(file));

        Files.delete(file);
        credential.reload();

        assertThat(credential.header()).isEqualTo("Bearer first");
    }

    @Test
    void productionDoesNotStartWithoutOne() {
        LaunchMode.set(LaunchMode.NORMAL);

        assertThatThrownBy(() -> new ServiceCredential(Settings.none()))
                .hasMessageContaining("set tocsin.outbox.service-credential-file");
    }

    @Test
    void productionDoesNotStartWithAnEmptyOne() {
        LaunchMode.set(LaunchMode.NORMAL);

        assertThatThrownBy(() -> new ServiceCredential(Settings.secrets(" ", "old")))
                .hasMessageContaining("no service credential");
    }
}

package io.tocsin.notifier.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.smallrye.config.SmallRyeConfigBuilder;

class ConfiguredSecretsTest {

    @TempDir
    Path folder;

    @Test
    void withoutSettingsThereAreNone() {
        var secrets = configured();

        assertThat(secrets.current()).isEmpty();
        assertThat(secrets.previous()).isEmpty();
    }

    @Test
    void aSecretIsReadFromItsFileWithoutTheEndOfItsLine() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "0123456789abcdef\n");

        var secrets = configured("secret-file", file.toString(), "previous-secret", "fedcba9876543210");

        assertThat(secrets.current().orElseThrow()).asString().isEqualTo("0123456789abcdef");
        assertThat(secrets.previous().orElseThrow()).asString().isEqualTo("fedcba9876543210");
    }

    @Test
    void aSecretThatCanBeGuessedStopsTheStart() {
        assertThatThrownBy(() -> configured("secret", "too short"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tocsin.notifier.unsubscribe.secret has 9 characters")
                .hasMessageNotContaining("too short");
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> configured("previous-secret-file", folder.resolve("nothing").toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tocsin.notifier.unsubscribe.previous-secret-file cannot be read");
    }

    private static ConfiguredSecrets configured(String... settings) {
        var config = new SmallRyeConfigBuilder().withMapping(UnsubscribeConfig.class);
        for (int i = 0; i < settings.length; i += 2) {
            config.withDefaultValue("tocsin.notifier.unsubscribe." + settings[i], settings[i + 1]);
        }
        return new ConfiguredSecrets(config.build().getConfigMapping(UnsubscribeConfig.class));
    }
}

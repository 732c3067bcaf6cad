package io.tocsin.notifier.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class SecretsTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    Path directory;

    @Test
    void aMountedSecretIsReadWithEachCall() throws Exception {
        var secrets = secrets(null);
        var kept = secrets.keep("acme", "secret:pager");
        Files.writeString(directory.resolve("acme.pager"), "old\n");
        var before = secrets.open("acme", kept);

        Files.writeString(directory.resolve("acme.pager"), "new\n");

        assertThat(before).isEqualTo("old");
        assertThat(secrets.open("acme", kept)).isEqualTo("new");
        assertThat(Secrets.shown(kept)).isEqualTo("secret:pager");
    }

    @Test
    void noOrganizationReachesAnothersSecret() throws Exception {
        var secrets = secrets(KEY);
        Files.writeString(directory.resolve("acme.pager"), "acme's");
        var sealed = secrets.keep("acme", "acme's");

        assertThatThrownBy(() -> secrets.open("other", "secret:pager")).isInstanceOf(SecretUnavailable.class);
        assertThatThrownBy(() -> secrets.open("other", sealed)).isInstanceOf(SecretUnavailable.class);
        assertThatThrownBy(() -> secrets.open("../acme", "secret:pager")).isInstanceOf(SecretUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret:", "secret:../key", "secret:a.b", "secret:a/b", "secret:a\u0000" })
    void aNameCannotLeaveTheDirectory(String reference) {
        assertThatThrownBy(() -> secrets(KEY).keep("acme", reference)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecretAsItIsIsSealedAndNeverShown() throws Exception {
        var secrets = secrets(KEY);

        var kept = secrets.keep("acme", "hunter2");

        assertThat(kept).doesNotContain("hunter2").isNotEqualTo(secrets.keep("acme", "hunter2"));
        assertThat(Secrets.shown(kept)).isEqualTo(Secrets.HIDDEN);
        assertThat(secrets.open("acme", kept)).isEqualTo("hunter2");
        assertThat(secrets.open("acme", secrets.keep("acme", kept))).isEqualTo(kept);
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        assertThatThrownBy(() -> secrets(null).keep("acme", "hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret:pager-2026")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = { "short", "AAEC", "not base64!" })
    void aBadKeyStopsTheStart(String key) {
        assertThatThrownBy(() -> secrets(key)).isInstanceOf(ConfigurationException.class).hasMessageNotContaining(key);
    }

    private Secrets secrets(String key) {
        return new Secrets(new SecretConfig() {

            @Override
            public Optional<Path> directory() {
                return Optional.of(directory);
            }

            @Override
            public Map<String, String> values() {
                return Map.of();
            }

            @Override
            public Optional<Path> keyFile() {
                return Optional.empty();
            }

            @Override
            public Optional<String> key() {
                return Optional.ofNullable(key);
            }
        });
    }
}

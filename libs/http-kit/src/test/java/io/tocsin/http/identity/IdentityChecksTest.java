package io.tocsin.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class IdentityChecksTest {

    private static final Optional<String> KEYS = Optional.of("https://idp.example/jwks");
    private static final Optional<String> ISSUER = Optional.of("https://idp.example");
    private static final Optional<List<String>> AUDIENCES = Optional.of(List.of("tocsin"));

    @Test
    void nobodyToLetInIsRefused() {
        var checks = checks(Optional.empty(), new JwtSettings(Optional.empty(), Optional.empty(), ISSUER, AUDIENCES));

        assertThat(checks.problems()).singleElement()
                .asString()
                .contains("tocsin.identity.keys-file", "mp.jwt.verify.publickey.location");
    }

    @Test
    void jwtsOfAnybodyForAnybodyAreRefused() {
        var checks = checks(Optional.empty(), new JwtSettings(KEYS, Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(checks.problems()).hasSize(2);
        assertThat(checks.problems().get(0)).contains("mp.jwt.verify.issuer");
        assertThat(checks.problems().get(1)).contains("mp.jwt.verify.audiences");
    }

    @Test
    void keysOrJwtsAreEnough() {
        var keysOnly = checks(Optional.of(Path.of("keys.yaml")),
                new JwtSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        var jwtsOnly = checks(Optional.empty(), new JwtSettings(KEYS, Optional.empty(), ISSUER, AUDIENCES));

        assertThat(keysOnly.problems()).isEmpty();
        assertThat(jwtsOnly.problems()).isEmpty();
    }

    private static IdentityChecks checks(Optional<Path> keysFile, JwtSettings jwt) {
        return new IdentityChecks(new Config(keysFile), jwt);
    }

    private record Config(Optional<Path> keysFile) implements IdentityConfig {

        @Override
        public Duration keysFileCheck() {
            return Duration.ofSeconds(1);
        }
    }
}

package io.tocsin.notifier.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnTokensTest {

    private final ReturnTokens tokens = new ReturnTokens("one key");

    @ParameterizedTest
    @ValueSource(strings = { "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "0198a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b" })
    void aTokenNamesItsDeliveryInEitherCase(String id) {
        var token = tokens.of(UUID.fromString(id));

        assertThat(token).hasSize(ReturnTokens.LENGTH).matches("[0-9a-v]+");
        assertThat(tokens.read(token)).contains(UUID.fromString(id));
        assertThat(tokens.read(token.toUpperCase(Locale.ROOT))).contains(UUID.fromString(id));
    }

    @Test
    void aTokenIsWorthNothingUnderAnotherKey() {
        var token = tokens.of(UUID.randomUUID());

        assertThat(new ReturnTokens("another key").read(token)).isEmpty();
    }

    @Test
    void aTokenOfWhichOneCharacterIsAnotherIsWorthNothing() {
        var token = tokens.of(UUID.fromString("0198a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"));

        for (int at = 0; at < token.length(); at++) {
            var other = token.charAt(at) == 'a' ? 'b' : 'a';
            var forged = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(tokens.read(forged)).as(forged).isEmpty();
        }
    }

    /** The seed makes each run the same. */
    @Test
    void whatIsNoTokenIsNeverAFailure() {
        var random = new Random(7);
        for (int n = 0; n < 10_000; n++) {
            var text = random.ints(random.nextInt(50), 32, 0x250)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint,
                            StringBuilder::append)
                    .toString();
            assertThat(tokens.read(text)).isEmpty();
        }
        assertThat(tokens.read("v".repeat(ReturnTokens.LENGTH))).isEmpty();
    }
}

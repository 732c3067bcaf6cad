package io.tocsin.notifier.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenTest {

    private static final SigningKey OLD = key("the secret of last year");
    private static final SigningKey NEW = key("the secret of this year");

    private final Token token = new Token(UUID.randomUUID(), Reach.RULE);

    @ParameterizedTest
    @EnumSource
    void aTokenIsReadAsItWasWritten(Reach reach) {
        var written = new Token(UUID.randomUUID(), reach);

        var text = written.signedWith(NEW);

        assertThat(text).matches("[A-Za-z0-9_-]{46}");
        assertThat(Token.read(text, List.of(NEW))).hasValue(written);
    }

    @Test
    void anOldKeyIsGoodForAsLongAsItIsKept() {
        var text = token.signedWith(OLD);

        assertThat(Token.read(text, List.of(NEW, OLD))).hasValue(token);
        assertThat(Token.read(text, List.of(NEW))).isEmpty();
    }

    @Test
    void noBitOfATokenCanBeChanged() {
        var bytes = Base64.getUrlDecoder().decode(token.signedWith(NEW));

        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Token.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), List.of(NEW, OLD)))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void noTokenCanBeCut() {
        var text = token.signedWith(NEW);

        for (int length = 0; length < text.length(); length++) {
            assertThat(Token.read(text.substring(0, length), List.of(NEW))).as("%d characters", length).isEmpty();
        }
    }

    private static SigningKey key(String secret) {
        return new SigningKey(secret.getBytes(StandardCharsets.UTF_8));
    }
}

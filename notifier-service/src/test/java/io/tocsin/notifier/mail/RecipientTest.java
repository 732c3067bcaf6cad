package io.tocsin.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    @ParameterizedTest
    @CsvSource({
            "user@exämple.de, user@xn--exmple-cua.de",
            "user@EXÄMPLE.de, user@xn--exmple-cua.de",
            "user@例え.テスト, user@xn--r8jz45g.xn--zckzah",
            "user@xn--exmple-cua.de, user@xn--exmple-cua.de",
            "User+tag@example.org, User+tag@example.org" })
    void aDomainInAnyLanguageIsWrittenAsMailServersWantIt(String written, String sent) throws Unsendable {
        assertThat(Recipient.of(written).getAddress()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = { "jürgen@example.org", "用户@例え.テスト" })
    void aNameOutsideAsciiIsRefusedAndSaysWhy(String written) {
        assertThatThrownBy(() -> Recipient.of(written)).isInstanceOf(Unsendable.class)
                .hasMessageContaining(written)
                .hasMessageContaining("RFC 6531");
    }

    @Test
    void anAddressLongerThanMailServersAcceptIsRefused() {
        assertThatThrownBy(() -> Recipient.of("a".repeat(250) + "@example.org")).isInstanceOf(Unsendable.class)
                .hasMessageContaining("254");
    }
}

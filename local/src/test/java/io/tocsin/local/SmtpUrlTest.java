package io.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.local.process.CannotStart;

class SmtpUrlTest {

    @ParameterizedTest
    @CsvSource({
            "smtp://mail.example, mail.example, 25, none",
            "smtp://mail.example:2525, mail.example, 2525, none",
            "smtp+starttls://mail.example, mail.example, 587, starttls",
            "smtps://mail.example, mail.example, 465, tls",
            "smtp://[::1]:2525, ::1, 2525, none" })
    void theSchemeSaysHowTheServerIsReached(String text, String host, int port, String security) {
        assertThat(SmtpUrl.parse(text)).isEqualTo(new SmtpUrl(host, port, security, null, null));
    }

    @Test
    void userAndPasswordAreDecoded() {
        var url = SmtpUrl.parse("smtps://ann%40example.com:p%3Aa%2Fs+s%25@mail.example");

        assertThat(url.user()).isEqualTo("ann@example.com");
        assertThat(url.password()).isEqualTo("p:a/s+s%");
        assertThat(url).hasToString("smtps://mail.example:465");
    }

    @ParameterizedTest
    @ValueSource(strings = { "mail.example", "http://user:secret@mail.example", "smtp://user:secret@",
            "smtp://u:se cret@mail" })
    void aWrongUrlIsExplainedWithoutRepeatingItsPassword(String text) {
        assertThatThrownBy(() -> SmtpUrl.parse(text))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("smtp+starttls://")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("cret@");
    }
}

package io.tocsin.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class MailPartsTest {

    private static final String MAIL = """
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: text/html; charset=utf-8

            <p><img src="cid:failures.1@tocsin.example"></p>
            --b
            Content-Type: image/png; name=failures.png
            Content-Transfer-Encoding: base64
            Content-ID: <failures.1@tocsin.example>
            Content-Disposition: inline; filename=failures.png

            iVBORw0KGgo=
            --b--
            """;

    @Test
    void aPictureWhichCameInTheMailIsShownInItsPlace() {
        var content = MailReader.content(MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));

        assertThat(content.html()).contains("<img src=\"data:image/png;base64,iVBORw0KGgo=\">");
        assertThat(content.attachments()).isEmpty();
    }
}

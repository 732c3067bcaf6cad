package io.tocsin.notifier.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final UUID DELIVERY = UUID.fromString("0198a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");
    private static final List<String> FILES = List.of("postfix.failed", "exchange.failed", "gmail.failed", "sendmail.delayed",
            "two-recipients");

    private final ReturnPath returnPath = returnPath("bounces@tocsin.example");
    private final ReportReader reader = new ReportReader(returnPath);
    private final String address = returnPath.of(DELIVERY).orElseThrow();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "postfix.failed|FAILED|5.1.1|550 5.1.1 <gone@example.org>: Recipient address rejected: User unknown in virtual mailbox table"
                    + "|mx.example.org|true",
            "exchange.failed|FAILED|5.1.10|550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient gone@example.org not found by SMTP"
                    + " address lookup|AM0PR01MB.eurprd01.prod.exchangelabs.example|true",
            "gmail.failed|FAILED|4.2.2|452-4.2.2 The recipient's inbox is full.|googlemail.example|false",
            "sendmail.delayed|DELAYED|4.4.1|delayed|relay.example.net|false",
            "two-recipients|FAILED|5.7.1|550 spam|lists.example.org|false" })
    void aReportIsUnderstood(String file, Action action, String status, String text, String server, boolean noSuchMailbox) {
        var report = reader.read(mail(file), null);

        assertThat(report.deliveryId()).isEqualTo(DELIVERY);
        assertThat(report.action()).isEqualTo(action);
        assertThat(report.status()).isEqualTo(status);
        assertThat(report.text()).isEqualTo(text);
        assertThat(report.server()).isEqualTo(server);
        assertThat(report.messageId()).startsWith("<");
        assertThat(report.saysNoSuchMailbox()).isEqualTo(noSuchMailbox);
    }

    @Test
    void theEnvelopeSaysWhatTheHeadersMayNot() {
        var mail = text("postfix.failed").replace(address, "postmaster@tocsin.example").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> reader.read(mail, null)).isInstanceOf(Unreadable.class).hasMessageContaining("return address");
        assertThatThrownBy(() -> reader.read(mail, address.replace('1', '2'))).isInstanceOf(Unreadable.class);
        assertThat(reader.read(mail, "<" + address.toUpperCase() + ">").deliveryId()).isEqualTo(DELIVERY);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "hello", "To: a@b\r\n\r\nI am on holiday", "Content-Type: multipart/report\r\n\r\nx",
            "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\r\n--b--",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nno report\r\n--b--" })
    void whatIsNoReportIsSaidToBeNone(String mail) {
        assertThatThrownBy(() -> reader.read(mail.getBytes(StandardCharsets.UTF_8), address)).isInstanceOf(Unreadable.class);
    }

    /** The seed makes each run the same. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void aDamagedReportIsReadOrRefusedAndNothingElse(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < 300; n++) {
            var damaged = damaged(mail(FILES.get(random.nextInt(FILES.size()))), random);
            try {
                assertThat(reader.read(damaged, address).action()).isNotNull();
            } catch (Unreadable e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "nobody", "a-name-of-a-mailbox-which-is-too-long@example.org", "@example.org" })
    void aMailboxThatCannotBeOneStopsTheStart(String setting) {
        assertThatThrownBy(() -> returnPath(setting)).hasMessageContaining("tocsin.notifier.bounces.address");
    }

    @Test
    void withoutAMailboxThereIsNoReturnPath() {
        assertThat(returnPath(null).of(DELIVERY)).isEmpty();
        assertThat(returnPath(null).deliveryOf(address)).isEmpty();
    }

    private static byte[] damaged(byte[] mail, Random random) {
        for (int n = random.nextInt(20); n > 0; n--) {
            mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(mail, random.nextInt(mail.length)) : mail;
    }

    private byte[] mail(String file) {
        return text(file).getBytes(StandardCharsets.UTF_8);
    }

    private String text(String file) {
        try (var stream = getClass().getResourceAsStream("/bounces/" + file + ".eml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("RETURN-PATH", address)
                    .replaceAll("\\r?\\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReturnPath returnPath(String mailbox) {
        return new ReturnPath(Optional.ofNullable(mailbox), "+", new ReturnTokens("one key"));
    }
}

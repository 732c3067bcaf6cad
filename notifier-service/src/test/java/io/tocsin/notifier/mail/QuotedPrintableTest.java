package io.tocsin.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedPrintableTest {

    private static final String LETTERS = "ab .=-\t\n<é語\uD83D\uDD14\u0000";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "1 < 2, 1 < 2",
            "a=b, a=3Db",
            "Größe, Gr=C3=B6=C3=9Fe",
            "\"end \", end=20",
            "\"tab\t\nnext\", \"tab=09\r\nnext\"",
            "\"one\r\ntwo\n\", \"one\r\ntwo\r\n\"" })
    void whatIsAsciiStaysReadable(String text, String encoded) {
        assertThat(new String(QuotedPrintable.encode(text), StandardCharsets.US_ASCII)).isEqualTo(encoded);
    }

    /** By the library's own decoder. */
    @RepeatedTest(50)
    void everyTextIsReadAsItWasWrittenAndNoLineIsLong(RepetitionInfo repetition) throws MessagingException, IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var letters = LETTERS.codePoints().toArray();
        var text = random.ints(400, 0, letters.length)
                .mapToObj(index -> Character.toString(letters[index]))
                .collect(Collectors.joining());

        var encoded = QuotedPrintable.encode(text);

        assertThat(decoded(encoded)).isEqualTo(text.replace("\n", "\r\n"));
        assertThat(new String(encoded, StandardCharsets.US_ASCII).split("\r\n")).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(76)
                .doesNotEndWith(" "));
    }

    private static String decoded(byte[] encoded) throws MessagingException, IOException {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

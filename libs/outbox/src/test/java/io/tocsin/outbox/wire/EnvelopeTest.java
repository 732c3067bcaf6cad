package io.tocsin.outbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.outbox.IncomingMessage;
import io.tocsin.outbox.OutgoingMessage;

class EnvelopeTest {

    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant TIME = Instant.parse("2026-11-22T06:30:00.123456Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static OutgoingMessage message(String data) {
        return new OutgoingMessage(ID, "alerts-service", "type", "a/b \"c\" ü", data, TRACE, TIME);
    }

    private static String written(OutgoingMessage... messages) {
        return new String(Envelope.of("events-service", List.of(messages), 1_000_000).body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{ \"a\" : [1, {\"b\": null}] }", "[]", "1.100", "-1e400", "12345678901234567890123", "true",
            "null", "\"text with \\\" and \\u0000 and ü\"", "\"\"", "\"ends with a backslash \\\\\"" })
    void aPayloadArrivesLetterByLetter(String data) {
        var text = written(message(data), message("0"));

        var read = EnvelopeReader.read(text);

        assertThat(read).containsExactly(
                new IncomingMessage(ID, "events-service", "type", "a/b \"c\" ü", TIME, data, TRACE),
                new IncomingMessage(ID, "events-service", "type", "a/b \"c\" ü", TIME, "0", TRACE));
    }

    @Test
    void aLongPayloadArrivesLetterByLetter() {
        var data = "\"" + "é€\\n".repeat(50_000) + "\"";

        var read = EnvelopeReader.read(written(message(data), message(data)));

        assertThat(read).extracting(IncomingMessage::data).containsExactly(data, data);
    }

    @Test
    void aBatchHoldsWhatFits() {
        var batch = Envelope.of("events-service", List.of(message("1"), message("2"), message("3")), 600);

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.body()).hasSizeLessThan(600);
        assertThat(EnvelopeReader.read(new String(batch.body(), StandardCharsets.UTF_8))).hasSize(2);
    }

    @Test
    void aMessageThatFitsNowhereTravelsAlone() {
        var batch = Envelope.of("events-service", List.of(message("1"), message("2")), 10);

        assertThat(batch.size()).isEqualTo(1);
    }

    @Test
    void unknownAttributesAreLeftOut() {
        var text = written(message("1")).replace("{\"specversion\"", "{\"deep\":{\"x\":[1]},\"priority\":5,\"specversion\"");

        assertThat(EnvelopeReader.read(text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                       | a batch is a JSON array of CloudEvents
            {}                                                       | a batch is a JSON array of CloudEvents
            [1]                                                      | element 0 is not an object
            [{}]                                                     | element 0: specversion is missing or not a text
            [{"specversion":"0.3"}]                                  | element 0: specversion is not 1.0
            [{"specversion":"1.0"}]                                  | element 0: data is missing
            [{"specversion":"1.0","data":1}]                         | element 0: id is missing or not a text
            [{"specversion":"1.0","data":1,"id":"x"}]                | element 0: id is not a UUID
            [{"specversion":"1.0","data":1,"id":7}]                  | element 0: id is missing or not a text
            [{"specversion":"1.0","data":1                           | not JSON at line 1 column 31
            [] []                                                    | something follows the end of the array
            """)
    void whatIsNoBatchIsRefusedWithItsReason(String text, String reason) {
        assertThatThrownBy(() -> EnvelopeReader.read(text))
                .isInstanceOf(MalformedBatch.class)
                .hasMessageContaining(reason);
    }
}

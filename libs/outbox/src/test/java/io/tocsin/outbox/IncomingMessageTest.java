package io.tocsin.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class IncomingMessageTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void thePayloadIsReadAsWhatTheHandlerExpects() {
        var message = messageOf("{\"name\":\"web-1\"}");

        assertThat(message.payload(json, Host.class, "this is no host")).isEqualTo(new Host("web-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "", "[1]", "{\"name\":", "\"web-1\"" })
    void whatIsNothingOfTheKindIsRejectedWithTheReason(String data) {
        var message = messageOf(data);

        assertThatThrownBy(() -> message.payload(json, Host.class, "this is no host"))
                .isInstanceOf(MessageRejected.class)
                .hasMessageMatching("(?s)this is no host: .+");
    }

    private static IncomingMessage messageOf(String data) {
        return new IncomingMessage(UUID.randomUUID(), "hosts", "host.seen", "web-1", Instant.EPOCH, data, null);
    }

    record Host(String name) {}
}

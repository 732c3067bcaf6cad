package io.tocsin.audit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.tocsin.model.AccountGroup;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.outbox.MessageRejected;

class UserEventReaderTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static UserEvent event(UserEvent.Change change, String ipAddress) {
        return new UserEvent(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"), "acme", new AccountGroup("11", "Network"),
                Instant.parse("2026-11-22T06:30:00.123456789Z"), "Alert rule \"updated\".",
                new User("u-1", "Ann \u20ac\uD83D\uDE00", "ann@example.com"), ipAddress,
                List.of(new UserEvent.Resource("alertRuleName", "Disk full"), new UserEvent.Resource("x", null)), change);
    }

    @Test
    void whatServicesWriteIsRead() throws JsonProcessingException {
        var change = new UserEvent.Change(null, Map.of("texts", List.of("a", "", List.of(Map.of())), "whole", 5, "long",
                1L << 40,
                "huge", new java.math.BigInteger("123456789012345678901"), "part", 0.1, "yes", true,
                "nothing", Arrays.asList(null, null)));

        for (var event : List.of(event(null, "192.0.2.7"), event(change, null))) {
            assertThat(UserEventReader.read(JSON.writeValueAsString(event))).isEqualTo(event);
        }
    }

    @Test
    void membersOfNewerServicesAreLeftOut() throws JsonProcessingException {
        var event = event(new UserEvent.Change(Map.of("a", 1), null), null);
        var text = JSON.writeValueAsString(event)
                .replace("{\"id\"", "{\"new\":{\"x\":[1,{}]},\"id\"")
                .replace("\"before\"",
                        "\"new\":[{}],\"before\"");

        assertThat(text).contains("new");
        assertThat(UserEventReader.read(text)).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "id":"01890a5d-ac96-774b-bcce-b302099a8057" | "id":"17"           | 17
            "id":"01890a5d-ac96-774b-bcce-b302099a8057" | "ID":7              | it has no id
            "organization":"acme"                       | "organization":null | it has no organization
            "organization":"acme"                       | "organization":[1]  | /organization is not a text
            "accountGroup":{"id":"11",                  | "accountGroup":{    | it has no accountGroup/id
            "accountGroup":{"id":"11","name":"Network"} | "accountGroup":7    | /accountGroup is not an object
            "date":"2026-                               | "date":"20-         | could not be parsed
            "email":"ann@example.com"                   | "email":null        | it has no user/email
            "resources":[                               | "resources":[null,  | /resources/0 is not an object
            "change":null                               | "change":[]         | /change is not an object
            "change":null                               | "change":{"after":1}| /change/after is not an object
            "change":null}                              | "change":null       | end-of-input
            """)
    void whatIsNoUserEventIsRejectedWithTheReason(String instead, String of, String reason) throws JsonProcessingException {
        var text = JSON.writeValueAsString(event(null, null));

        assertThat(text).contains(instead);
        assertThatThrownBy(() -> UserEventReader.read(text.replace(instead, of)))
                .isInstanceOf(MessageRejected.class)
                .hasMessageStartingWith("this is no user event: ")
                .hasMessageContaining(reason);
    }
}

package io.tocsin.events.api.datadog;

import static io.tocsin.events.api.datadog.DatadogCalls.find;
import static io.tocsin.events.api.datadog.DatadogCalls.keys;
import static io.tocsin.events.api.datadog.DatadogCalls.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/datadog.md §3.1, row by row: what a field of an event looks like in each of the three shapes which v1 gives it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogFieldsTest {

    private static final String ABSENT = "-";

    private final ObjectMapper json = new ObjectMapper();
    private final String tag = "run:" + UUID.randomUUID();
    private final long now = Instant.now().getEpochSecond();

    /** The receipt of the post, the answer to a get, the entry in a list; - where the field is not there at all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title            | "Gr\u00F6\u00DFe \uD83D\uDD14"          | "Gr\u00F6\u00DFe \uD83D\uDD14"                 | "Gr\u00F6\u00DFe \uD83D\uDD14"
            text             | "%%% \\n**bold** \\n%%%"      | "%%% \\n**bold** \\n%%%"             | "%%% \\n**bold** \\n%%%"
            date_happened    | NOW                           | NOW                                  | NOW
            alert_type       | -                             | "error"                              | "error"
            priority         | "low"                         | "low"                                | "low"
            host             | -                             | "db-1"                               | "db-1"
            device_name      | -                             | "sda1"                               | "sda1"
            tags             | ["z:1","TAG","a:1"]           | ["a:1","TAG","z:1"]                  | ["a:1","TAG","z:1"]
            aggregation_key  | -                             | -                                    | -
            source_type_name | -                             | -                                    | -
            related_event_id | 5309722856448002944           | -                                    | -
            handle           | "ops@example.com"             | "ops@example.com"                    | "ops@example.com"
            id               | ID                            | ID                                   | ID
            id_str           | "ID"                          | "ID"                                 | "ID"
            url              | "http://localhost:8080/event/event?id=ID" | "/event/event?id=ID"     | "/event/event?id=ID"
            payload          | -                             | -                                    | -
            resource         | -                             | "/api/v1/events/ID"                  | "/api/v1/events/ID"
            is_aggregate     | -                             | -                                    | false
            source           | -                             | -                                    | "vSphere"
            comments         | -                             | -                                    | []
            """)
    void aFieldWhichWasSentIsShown(String field, String inReceipt, String inGet, String inList) throws IOException {
        var receipt = posted("""
                {"title": "Gr\u00F6\u00DFe \uD83D\uDD14", "text": "%%%%%% \\n**bold** \\n%%%%%%", "date_happened": %d, "alert_type": "error",
                 "priority": "low", "host": "db-1", "device_name": "sda1", "tags": ["z:1", "%s", "a:1"],
                 "aggregation_key": "disk", "source_type_name": "vSphere", "related_event_id": 5309722856448002944,
                 "handle": "ops@example.com", "payload": "{}"}""".formatted(now, tag));

        check(receipt, field, inReceipt, inGet, inList);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            alert_type       | -                             | "info"                               | "info"
            priority         | null                          | "normal"                             | "normal"
            host             | -                             | null                                 | null
            device_name      | -                             | null                                 | null
            related_event_id | null                          | -                                    | -
            handle           | null                          | -                                    | -
            source           | -                             | -                                    | "My Apps"
            """)
    void aFieldWhichWasNotSentHasItsDefault(String field, String inReceipt, String inGet, String inList) throws IOException {
        var receipt = posted("{\"title\": \"t\", \"text\": \"x\", \"tags\": [\"" + tag + "\"]}");

        check(receipt, field, inReceipt, inGet, inList);
    }

    @Test
    void tagsWhichWereNotSentAreNullInTheReceiptAndAnEmptyListElsewhere() throws IOException {
        var receipt = posted("{\"title\": \"t\", \"text\": \"x\"}");

        assertThat(receipt.get("tags").isNull()).isTrue();
        assertThat(got(receipt).get("tags")).isEmpty();
    }

    @Test
    void aReceiptHasTheRecordedFieldsAndNoOthers() throws IOException {
        var receipt = posted("{\"title\": \"t\", \"text\": \"x\", \"host\": \"h\", \"alert_type\": \"error\"}");

        assertThat(receipt.fieldNames()).toIterable()
                .containsExactly("id", "id_str", "title", "text", "date_happened", "handle", "priority", "related_event_id",
                        "tags", "url");
    }

    @Test
    void aTitleOfFiveHundredCharactersIsKept() throws IOException {
        var title = "t".repeat(500);

        var receipt = posted("{\"title\": \"" + title + "\", \"text\": \"x\"}");

        assertThat(got(receipt).get("title").asText()).isEqualTo(title);
    }

    private void check(JsonNode receipt, String field, String inReceipt, String inGet, String inList) throws IOException {
        var id = receipt.get("id_str").asText();

        assertThat(shown(receipt, field)).as("receipt").isEqualTo(expected(inReceipt, id));
        assertThat(shown(got(receipt), field)).as("get").isEqualTo(expected(inGet, id));
        assertThat(shown(listed(), field)).as("list").isEqualTo(expected(inList, id));
    }

    private String expected(String value, String id) {
        return value.replace("TAG", tag).replace("NOW", "" + now).replace("ID", id);
    }

    private static String shown(JsonNode event, String field) {
        return event.has(field) ? event.get(field).toString() : ABSENT;
    }

    private JsonNode posted(String body) throws IOException {
        return tree(post(body)).get("event");
    }

    private JsonNode got(JsonNode receipt) throws IOException {
        return tree(find(receipt.get("id_str").asText())).get("event");
    }

    private JsonNode listed() throws IOException {
        return tree(keys().get("/api/v1/events?start=" + now + "&end=" + (now + 60) + "&tags=" + tag)).at("/events/0");
    }

    private JsonNode tree(Response answer) throws IOException {
        return json.readTree(answer.asByteArray());
    }
}

package io.tocsin.dialects.datadog.v2;

import static io.tocsin.dialects.datadog.v2.Payloads.NOW;
import static io.tocsin.dialects.datadog.v2.Payloads.bytes;
import static io.tocsin.dialects.datadog.v2.Payloads.json;
import static io.tocsin.dialects.datadog.v2.Payloads.posted;
import static io.tocsin.dialects.datadog.v2.Payloads.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.dialects.datadog.DatadogComment;
import io.tocsin.dialects.datadog.DatadogCommentTranslator;
import io.tocsin.dialects.datadog.DatadogEventReader;
import io.tocsin.dialects.datadog.DatadogEventTranslator;
import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventStatus;
import io.tocsin.model.Severity;

/** The tables of docs/dialects/across.md, as far as Datadog reads: each row is a row there. */
class AcrossVersionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title            | /attributes/attributes/title            | "Disk full on db-1"
            text             | /attributes/message                     | "%%% \\n**/var** is 99 % full. \\n%%%"
            date_happened    | /attributes/timestamp                   | "2022-01-06T00:50:51Z"
            date_happened    | /attributes/attributes/timestamp        | 1641430251000
            alert_type       | /attributes/attributes/status           | "error"
            priority         | /attributes/attributes/priority         | "low"
            host             | /attributes/attributes/hostname         | "db-1.example.com"
            device_name      | /attributes/attributes/device_name      | "sda1"
            tags             | /attributes/tags                        | ["application:web","disk","env:prod","source:nagios"]
            aggregation_key  | /attributes/attributes/aggregation_key  | "disk-full-db-1"
            source_type_name | /attributes/attributes/source_type_name | "nagios"
            related_event_id | /attributes/attributes/related_event_id | 6327818702635911562
            handle           | /attributes/attributes/handle           | "ops@example.com"
            id               | /attributes/attributes/evt/id           | "5309722856448002944"
            """)
    void anEventOfV1ReadsInV2(String field, String pointer, String value) throws IOException {
        var sent = new DatadogEventReader().read(bytes("event.full.json"));

        var event = recorded(new DatadogEventTranslator().toModel(sent, Instant.ofEpochSecond(1641430300)));

        assertThat(v2(event, pointer)).as(field).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title           | /event/title         | "payment_processed feature flag updated"
            message         | /event/text          | "payment_processed feature flag has been enabled"
            timestamp       | /event/date_happened | 1769769015
            category change | /event/alert_type    | "info"
            host            | /event/host          | "web-1"
            tags            | /event/tags          | ["env:api_client_test","service:payments"]
            -               | /event/priority      | "normal"
            -               | /event/device_name   | null
            evt.id          | /event/id            | 5309722856448002944
            """)
    void aChangeOfV2ReadsInV1(String field, String pointer, String value) throws IOException {
        assertThat(v1(recorded(posted("v2/event.change.json")), pointer)).as(field).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            warn  | "warning"
            error | "error"
            ok    | "success"
            """)
    void theStatusOfAnAlertOfV2IsTheAlertTypeOfV1(String status, String alertType) throws IOException {
        var body = new String(bytes("v2/event.alert.json")).replace("\"warn\"", "\"" + status + "\"");

        var event = recorded(new DatadogCreationTranslator()
                .toModel(new DatadogCreationReader().read(body.getBytes(), NOW)));

        assertThat(v1(event, "/event/alert_type")).isEqualTo(alertType);
        assertThat(v1(event, "/event/text")).isEqualTo("\"\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            message          | /attributes/message                     | "looking into it"
            handle           | /attributes/attributes/handle           | "ops@example.com"
            related_event_id | /attributes/attributes/related_event_id | 7
            -                | /attributes/attributes/status           | "user_update"
            -                | /attributes/attributes/title            | ``
            """)
    void aCommentOfV1ReadsInV2(String field, String pointer, String value) throws IOException {
        var comment = new DatadogComment("looking into it", "ops@example.com", 7L);

        var event = recorded(new DatadogCommentTranslator().toModel(comment, "somebody", NOW));

        assertThat(v2(event, pointer)).as(field).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title               | /event/title         | "High load"
            no dt.event.description | /event/text      | ""
            startTime           | /event/date_happened | 1769772153
            eventType           | /event/alert_type    | "error"
            entity of type HOST | /event/host          | "web-1"
            tags of the entity  | /event/tags          | ["[AWS]team:payments"]
            -                   | /event/priority      | "normal"
            """)
    void anEventOfDynatraceReadsInV1(String field, String pointer, String value) throws IOException {
        assertThat(v1(recorded(ofDynatrace()), pointer)).as(field).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title               | /attributes/attributes/title            | "High load"
            no dt.event.description | /attributes/message                 | ``
            startTime           | /attributes/attributes/timestamp        | 1769772153444
            endTime             | /attributes/attributes/duration         | 900000000000
            eventType           | /attributes/attributes/status           | "error"
            eventType           | /attributes/attributes/evt/type         | "ERROR_EVENT"
            dt.event.source     | /attributes/attributes/source_type_name | "jenkins"
            dt.event.source     | /attributes/tags                        | ["[AWS]team:payments","source:jenkins"]
            entity of type HOST | /attributes/attributes/hostname         | "web-1"
            entityId            | /attributes/attributes/entity           | {"id":"HOST-1","name":"web-1","type":"HOST"}
            correlationId       | /attributes/attributes/correlation_id   | "2d9c3a1d52ea4a43"
            the same payload    | /attributes/attributes/aggregation_key  | "f00d"
            properties          | /attributes/attributes/properties       | {"dt.event.source":"jenkins"}
            """)
    void anEventOfDynatraceReadsInV2(String field, String pointer, String value) throws IOException {
        assertThat(v2(recorded(ofDynatrace()), pointer)).as(field).isEqualTo(value);
    }

    /** As docs/dialects/dynatrace.md says that it is stored. */
    private static EventContent ofDynatrace() {
        return EventContent.titled("High load")
                .happenedAt(NOW)
                .endedAt(NOW.plus(Duration.ofMinutes(15)))
                .status(EventStatus.OPEN)
                .type("ERROR_EVENT")
                .severity(Severity.ERROR)
                .source("jenkins")
                .host("web-1")
                .entity(new Entity("HOST-1", "web-1", "HOST"))
                .tags(List.of("[AWS]team:payments"))
                .aggregationKey("f00d")
                .correlationId("2d9c3a1d52ea4a43")
                .attributes(Map.of("properties", Map.of("dt.event.source", "jenkins")))
                .build();
    }

    private static String v1(Event event, String pointer) throws IOException {
        return JSON.readTree(json(new DatadogEventTranslator().toFound(event))).at(pointer).toString();
    }

    private static String v2(Event event, String pointer) throws IOException {
        var list = new DatadogItemTranslator().toList(List.of(event), "", "");
        return JSON.readTree(json(list.data().get(0))).at(pointer).toString();
    }
}

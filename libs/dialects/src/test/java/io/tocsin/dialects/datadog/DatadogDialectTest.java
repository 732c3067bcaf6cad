package io.tocsin.dialects.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventStatus;
import io.tocsin.model.Priority;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;

/** Each payload file means what the vendor's page says, and is written back as the vendor would. */
class DatadogDialectTest {

    private static final Instant NOW = Instant.ofEpochSecond(1641430300);
    private static final long ID = 5309722856448002944L;
    private static final String PUBLIC_URL = "https://tocsin.example.com";

    private final ObjectMapper json = new ObjectMapper();
    private final DatadogEventReader reader = new DatadogEventReader();
    private final DatadogEventTranslator translator = new DatadogEventTranslator();

    @Test
    void everyFieldOfAnEventReachesTheModel() {
        var content = content("event.full.json");

        assertThat(content).isEqualTo(EventContent.titled("Disk full on db-1")
                .text("%%% \n**/var** is 99 % full. \n%%%")
                .happenedAt(Instant.ofEpochSecond(1641430251))
                .status(EventStatus.CLOSED)
                .severity(Severity.ERROR)
                .priority(Priority.LOW)
                .source("nagios")
                .host("db-1.example.com")
                .tags(List.of("env:prod", "application:web", "disk"))
                .aggregationKey("disk-full-db-1")
                .relatedEventId(6327818702635911562L)
                .attributes(Map.of("alert_type", "error", "priority", "low", "device_name", "sda1",
                        "source_type_name", "Nagios", "handle", "ops@example.com"))
                .build());
    }

    @Test
    void whatWasNotSaidHasTheDefaultOfTheVendor() {
        var content = content("event.minimal.json");

        assertThat(content).isEqualTo(EventContent.titled("Did you hear the news today?")
                .text("Oh boy!")
                .happenedAt(NOW)
                .severity(Severity.INFO)
                .priority(Priority.NORMAL)
                .source("my_apps")
                .build());
    }

    @Test
    void nullAndTheEmptyStringAreAbsentAndAnIdMayBeAString() {
        var content = content("event.dogshell.json");

        assertThat(content).isEqualTo(EventContent.titled("test title")
                .text("test text")
                .happenedAt(NOW)
                .source("my_apps")
                .relatedEventId(5309722856448002944L)
                .build());
    }

    @Test
    void fieldsNobodyKnowsAreNotLookedAt() {
        var content = content("event.unknown-field.json");

        assertThat(content.title()).isEqualTo("An old client speaks");
        assertThat(content.attributes()).isEmpty();
    }

    @Test
    void aFractionOfASecondIsCutOffAndDevicesAreJoined() {
        var content = content("event.fraction.json");

        assertThat(content.happenedAt()).isEqualTo(Instant.ofEpochSecond(1641430251));
        assertThat(content.attributes()).containsEntry("device_name", "eth0,eth1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "full", "minimal" })
    void theThreeShapesOfAnEventAreThoseOfTheVendor(String name) throws IOException {
        var sent = read("event." + name + ".json");

        var event = recorded(translator.toModel(sent, NOW));

        assertThat(tree(translator.toReceipt(sent, event, PUBLIC_URL::concat))).hasToString(file("receipt." + name + ".json"));
        assertThat(tree(translator.toFound(event))).hasToString(file("found." + name + ".json"));
    }

    @Test
    void aListShowsAnEventWithItsSource() throws IOException {
        var event = recorded(content("event.full.json"));

        var page = translator.toPage(List.of(event));

        assertThat(tree(page)).hasToString(file("page.full.json"));
    }

    @Test
    void brokenJsonIsRefusedWithThePlace() {
        var rejected = rejected("event.malformed.json");

        assertThat(rejected.errors().errors())
                .containsExactly("The request body is not valid JSON at line 3, column 22.");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var rejected = rejected("event.wrong-types.json");

        assertThat(rejected.reason()).isEqualTo(DatadogRejected.Reason.INVALID);
        assertThat(rejected.errors().errors()).containsExactly(
                "The field 'title' must be a string, not a number.",
                "The field 'text' is required.",
                "The field 'date_happened' must be a POSIX timestamp in seconds, not a string.",
                "The field 'alert_type' must be one of error, warning, info, success, user_update, recommendation, snapshot.",
                "The field 'priority' must be one of normal, low.",
                "The field 'host' must be a string, not an object.",
                "The field 'tags' must be an array of strings, not a string.",
                "The field 'aggregation_key' has 101 characters; at most 100 are allowed.",
                "The field 'related_event_id' must be a 64-bit integer, not a number.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | The request body is empty; send a JSON object.
            []                                   | The request body must be a JSON object, not an array.
            null                                 | The request body must be a JSON object, not null.
            "title"                              | The request body must be a JSON object, not a string.
            {"title":"a","text":"b"} {}          | The request body is not valid JSON at line 1, column 26.
            {"title":"a","text":"b","tags":[1]}  | The field 'tags' must be an array of strings, not a number.
            {"title":"a","text":"b","device_name":[[]]}  | The field 'device_name' must be an array of strings, not an array.
            {"title":null,"text":"b"}            | The field 'title' is required.
            {"title":"a","text":"b","date_happened":true} | The field 'date_happened' must be a POSIX timestamp in seconds, not a boolean.
            {"title":"a","text":"b","date_happened":1}    | Event too far in the past
            {"title":"a","text":"b","date_happened":-1e999999}    | Event too far in the past
            {"title":"a","text":"b","date_happened":99999999999999999999999} | Event too far in the future
            {"title":"a","text":"b","date_happened":9e99} | Event too far in the future
            {"title":"a","text":"b","related_event_id":99999999999999999999} | The field 'related_event_id' must be a 64-bit integer, not a number.
            """)
    void aBodyThatCannotBeTakenIsRefusedInWords(String body, String problem) {
        var rejected = catchThrowableOfType(DatadogRejected.class,
                () -> translator.toModel(reader.read(body.getBytes()), NOW));

        assertThat(rejected).hasMessage(problem);
    }

    @ParameterizedTest
    @CsvSource({ "-64799, true", "-64801, false", "7199, true", "7201, false" })
    void anEventMayBeEighteenHoursOldAndTwoHoursAhead(long offset, boolean accepted) {
        var body = """
                {"title": "a", "text": "b", "date_happened": %d}""".formatted(NOW.getEpochSecond() + offset);

        var rejected = catchThrowableOfType(DatadogRejected.class,
                () -> translator.toModel(reader.read(body.getBytes()), NOW));

        assertThat(rejected == null).isEqualTo(accepted);
    }

    @Test
    void aLongTextIsCutBetweenTwoCharacters() {
        var bells = "\uD83D\uDD14".repeat(4001);
        var body = "{\"title\": \"" + bells + "\", \"text\": \"" + bells + "\"}";

        var content = translator.toModel(reader.read(body.getBytes()), NOW);

        assertThat(content.title()).isEqualTo("\uD83D\uDD14".repeat(4000));
        assertThat(content.text()).isEqualTo(content.title());
    }

    @Test
    void anEventTooLargeForOneMessageIsRefused() {
        var names = "x".repeat(1001);
        var tags = "\"t\",".repeat(250) + "\"t\"";
        var body = """
                {"title": "a", "text": "b", "host": "%s", "device_name": ["%s"], "source_type_name": "%s", "tags": [%s]}"""
                .formatted(names, names, names, tags);

        var rejected = catchThrowableOfType(DatadogRejected.class, () -> reader.read(body.getBytes()));

        assertThat(rejected.errors().errors()).containsExactly(
                "The field 'host' has 1001 characters; at most 1000 are allowed.",
                "The field 'device_name' has 1001 characters; at most 1000 are allowed.",
                "The field 'tags' has 251 elements; at most 250 are allowed.",
                "The field 'source_type_name' has 1001 characters; at most 1000 are allowed.");
    }

    @ParameterizedTest
    @CsvSource({ "my_apps, My Apps", "vsphere, vSphere", "nagios, Nagios", "amazon ec2, Amazon EC2", ", My Apps" })
    void aSourceHasTheNamePeopleKnow(String term, String display) {
        assertThat(DatadogSources.display(term)).isEqualTo(display);
    }

    private Event recorded(EventContent content) {
        return new Event(ID, new UUID(1, 2), new Scope("acme", "1"), NOW, content);
    }

    private EventContent content(String file) {
        return translator.toModel(read(file), NOW);
    }

    private DatadogEvent read(String file) {
        return reader.read(bytes(file));
    }

    private DatadogRejected rejected(String file) {
        return catchThrowableOfType(DatadogRejected.class, () -> read(file));
    }

    /** Order matters too: people read these answers. */
    private String tree(Object answer) throws IOException {
        return json.writeValueAsString(answer);
    }

    private String file(String name) throws IOException {
        return json.writeValueAsString(json.readTree(bytes(name)));
    }

    private static byte[] bytes(String file) {
        try (var stream = DatadogDialectTest.class.getResourceAsStream("/datadog/" + file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}

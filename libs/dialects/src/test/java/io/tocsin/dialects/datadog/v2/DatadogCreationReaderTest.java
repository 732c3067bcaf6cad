package io.tocsin.dialects.datadog.v2;

import static io.tocsin.dialects.datadog.v2.Creations.MINIMAL;
import static io.tocsin.dialects.datadog.v2.Creations.NOW;
import static io.tocsin.dialects.datadog.v2.Creations.alert;
import static io.tocsin.dialects.datadog.v2.Creations.body;
import static io.tocsin.dialects.datadog.v2.Creations.members;
import static io.tocsin.dialects.datadog.v2.Creations.problem;
import static io.tocsin.dialects.datadog.v2.Creations.problems;
import static io.tocsin.dialects.datadog.v2.Creations.quoted;
import static io.tocsin.dialects.datadog.v2.Creations.read;
import static io.tocsin.dialects.datadog.v2.Creations.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.dialects.datadog.v2.DatadogCreationRejected.Problem;

/** wire/datadog.md §7.2, row by row: what an event posted to v2 may say, and where it is told that it may not. */
class DatadogCreationReaderTest {

    @Test
    void whatIsNotSaidHasTheDefaultOfTheVendor() {
        var creation = read(alert("{\"status\":\"ok\"}"));

        assertThat(creation).isEqualTo(new DatadogCreation("t", null, "alert", Map.of("status", "ok", "priority", "5"), null,
                null,
                null, null, NOW));
    }

    static Stream<Arguments> longest() {
        return Stream.of(
                arguments("title", 500),
                arguments("message", 4000),
                arguments("aggregation_key", 100),
                arguments("host", 255));
    }

    @ParameterizedTest
    @MethodSource("longest")
    void aTextHasOneCharacterAtLeastAndSoManyAtMost(String field, int longest) {
        var bell = "\uD83D\uDD14";

        assertThat(problems(with(field, quoted(bell)))).isEmpty();
        assertThat(problems(with(field, quoted(bell.repeat(longest))))).isEmpty();
        assertThat(problems(with(field, quoted(bell.repeat(longest + 1))))).containsExactly(
                problem("." + field, "value must have 1 to " + longest + " characters"));
        assertThat(problems(with(field, "\"\""))).containsExactly(
                problem("." + field, "value must have 1 to " + longest + " characters"));
        assertThat(problems(with(field, "7"))).containsExactly(problem("." + field, "value must be a string"));
        assertThat(problems(with(field, "null"))).containsExactly(problem("." + field, "value must be a string"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "title", "category", "attributes" })
    void whatIsRequiredIsMissed(String field) {
        var body = body(members(MINIMAL.entrySet().stream().filter(member -> !member.getKey().equals(field))));

        assertThat(problems(body)).containsExactly(problem("." + field, "value is required"));
    }

    @Test
    void aCategoryNobodyKnowsIsRefusedInTheRecordedWords() {
        var problems = problems(with("category", "\"other\""));

        assertThat(problems).containsExactly(new Problem(
                "JSON validation failed at $.data.attributes.category: value must be one of: [\"alert\", \"change\"].",
                "/data/attributes/category"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                    | $.data            | value is required
            {"data":[]}                                           | $.data            | value must be an object
            {"data":{"attributes":{}}}                            | $.data.type       | value is required
            {"data":{"type":"events","attributes":{}}}            | $.data.type       | value must be one of: ["event"]
            {"data":{"type":"event"}}                             | $.data.attributes | value is required
            {"data":{"type":"event","attributes":"a"}}            | $.data.attributes | value must be an object
            """)
    void theEnvelopeMustBeThere(String body, String path, String complaint) {
        assertThat(problems(body)).extracting(Problem::detail)
                .contains("JSON validation failed at " + path + ": " + complaint + ".");
    }

    @Test
    void membersOfTheEnvelopeNobodyKnowsAreNotLookedAt() {
        var body = alert("{\"status\":\"ok\"}").replaceFirst("\\{", "{\"meta\":1,")
                .replaceFirst("\"type\"", "\"id\":\"x\",\"type\"");

        assertThat(problems(body)).isEmpty();
    }

    @Test
    void attributesNobodyKnowsAreRefused() {
        assertThat(problems(with("text", "\"a\""))).containsExactly(problem(".text", "property is unknown"));
        assertThat(problems(with("x".repeat(5000), "1"))).extracting(Problem::detail).first().asString().hasSizeLessThan(200);
    }

    @Test
    void theOnlyIntegrationIsCustomEvents() {
        assertThat(read(with("integration_id", "\"custom-events\"")).integrationId()).isEqualTo("custom-events");
        assertThat(problems(with("integration_id", "\"nagios\"")))
                .containsExactly(problem(".integration_id", "value must be one of: [\"custom-events\"]"));
    }

    @Test
    void tagsAreOneToAHundredOfOneToTwoHundredCharacters() {
        assertThat(read(with("tags", "[\"env:prod\",\"b\"]")).tags()).containsExactly("env:prod", "b");
        assertThat(problems(with("tags", "[" + "\"t\",".repeat(99) + "\"t\"]"))).isEmpty();
        assertThat(problems(with("tags", "[]"))).containsExactly(problem(".tags", "value must have 1 to 100 items"));
        assertThat(problems(with("tags", "[" + "\"t\",".repeat(100) + "\"t\"]")))
                .containsExactly(problem(".tags", "value must have 1 to 100 items"));
        assertThat(problems(with("tags", "\"a\""))).containsExactly(problem(".tags", "value must be an array"));
        assertThat(problems(with("tags", "[\"a\",\"\",\"" + "t".repeat(201) + "\",1]"))).containsExactly(
                new Problem("JSON validation failed at $.data.attributes.tags[1]: value must have 1 to 200 characters.",
                        "/data/attributes/tags/1"),
                new Problem("JSON validation failed at $.data.attributes.tags[2]: value must have 1 to 200 characters.",
                        "/data/attributes/tags/2"),
                new Problem("JSON validation failed at $.data.attributes.tags[3]: value must be a string.",
                        "/data/attributes/tags/3"));
    }

    @ParameterizedTest
    @CsvSource({ "2026-01-30T10:00:00Z, 2026-01-30T10:00:00Z",
            "2026-01-30T10:00:00.123456789+01:00, 2026-01-30T09:00:00.123456Z",
            "2026-01-30T10:00:00, 2026-01-30T10:00:00Z" })
    void aTimestampIsIso8601(String text, Instant happenedAt) {
        assertThat(read(with("timestamp", quoted(text))).happenedAt()).isEqualTo(happenedAt);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-29T17:22:32Z | value must not be more than 18 hours in the past
            2017-01-15T01:30:15Z | value must not be more than 18 hours in the past
            2026-01-30T13:22:35Z | value must not be more than 2 hours in the future
            yesterday            | value must be a date-time in ISO 8601 such as 2026-01-31T12:00:00Z
            1769731200000        | value must be a date-time in ISO 8601 such as 2026-01-31T12:00:00Z
            """)
    void aTimestampMustBeRecent(String text, String complaint) {
        assertThat(problems(with("timestamp", quoted(text)))).containsExactly(problem(".timestamp", complaint));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        var problems = problems("""
                {"data":{"type":"event","attributes":{"title":"","category":"alert","host":1,
                 "attributes":{"priority":"9"}}}}""");

        assertThat(problems).extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/data/attributes/title",
                        "/data/attributes/host", "/data/attributes/attributes/status", "/data/attributes/attributes/priority");
    }
}

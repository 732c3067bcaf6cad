package io.tocsin.dialects.datadog.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.dialects.datadog.JsonBody;
import io.tocsin.dialects.datadog.v2.DatadogCreationRejected.Problem;

/** wire/datadog.md §7.2, row by row: what an event posted to v2 may say, and where it is told that it may not. */
class DatadogCreationReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-30T11:22:33.444555Z");
    private static final String CHANGE = "{\"changed_resource\":{\"name\":\"f\",\"type\":\"feature_flag\"}}";

    private static final Map<String, String> MINIMAL = Map.of("title", "\"t\"", "category", "\"alert\"", "attributes",
            "{\"status\":\"ok\"}");

    private final DatadogCreationReader reader = new DatadogCreationReader();

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
    void everyMemberOfAChangeIsKept() {
        var details = """
                {"changed_resource":{"name":"fallback_payments_test","type":"feature_flag"},
                 "author":{"name":"example@datadog.com","type":"user"},
                 "impacted_resources":[{"name":"payments_api","type":"service"}],
                 "new_value":{"enabled":true,"n":1.5,"big":12345678901234567890,"list":[1,null,{"a":"b"}]},
                 "prev_value":{},
                 "change_metadata":{"pr":{"url":"https://example.com"}}}""";

        var creation = read(change(details));

        assertThat(creation.details()).isEqualTo(JsonValues.object(JsonBody.read(details.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                  | .changed_resource                       | value is required
            {"changed_resource":"f"}                                            | .changed_resource                       | value must be an object
            {"changed_resource":{"type":"feature_flag"}}                        | .changed_resource.name                  | value is required
            {"changed_resource":{"name":"","type":"feature_flag"}}              | .changed_resource.name                  | value must have 1 to 128 characters
            {"changed_resource":{"name":" ","type":"feature_flag"}}             | .changed_resource.name                  | value must have a character which is not blank
            {"changed_resource":{"name":"f","type":"deployment"}}               | .changed_resource.type                  | value must be one of: ["configuration", "feature_flag"]
            {"changed_resource":{"name":"f"}}                                   | .changed_resource.type                  | value is required
            {"changed_resource":{"name":"f","type":"configuration","id":1}}     | .changed_resource.id                    | property is unknown
            {"changed_resource":{"name":"f","type":"configuration"},"author":{"name":"a"}}                      | .author.type | value is required
            {"changed_resource":{"name":"f","type":"configuration"},"author":{"type":"user"}}                   | .author.name | value is required
            {"changed_resource":{"name":"f","type":"configuration"},"author":{"name":"a","type":"robot"}}       | .author.type | value must be one of: ["api", "automation", "system", "user"]
            {"changed_resource":{"name":"f","type":"configuration"},"impacted_resources":{}}                    | .impacted_resources | value must be an array
            {"changed_resource":{"name":"f","type":"configuration"},"impacted_resources":[{"name":"s","type":"host"}]} | .impacted_resources[0].type | value must be one of: ["service"]
            {"changed_resource":{"name":"f","type":"configuration"},"impacted_resources":[7]}                   | .impacted_resources[0] | value must be an object
            {"changed_resource":{"name":"f","type":"configuration"},"new_value":"a"}                            | .new_value | value must be an object
            {"changed_resource":{"name":"f","type":"configuration"},"prev_value":[]}                            | .prev_value | value must be an object
            {"changed_resource":{"name":"f","type":"configuration"},"change_metadata":null}                     | .change_metadata | value must be an object
            {"changed_resource":{"name":"f","type":"configuration"},"change_metadata":{"n":1e999}}              | .change_metadata | numbers must fit into 64-bit floating point
            {"changed_resource":{"name":"f","type":"configuration"},"status":"ok"}                              | .status | property is unknown
            """)
    void aChangeWhichBreaksARuleIsToldWhich(String details, String path, String complaint) {
        assertThat(problems(change(details))).contains(problem(".attributes" + path, complaint));
    }

    @Test
    void aNameHasOneHundredTwentyEightCharactersAtMost() {
        assertThat(problems(change(CHANGE.replace("\"f\"", quoted("f".repeat(128)))))).isEmpty();
        assertThat(problems(change(CHANGE.replace("\"f\"", quoted("f".repeat(129))))))
                .containsExactly(problem(".attributes.changed_resource.name", "value must have 1 to 128 characters"));
    }

    @Test
    void aHundredResourcesAreImpactedAtMost() {
        var service = "{\"name\":\"s\",\"type\":\"service\"}";
        var hundred = (service + ",").repeat(99) + service;

        assertThat(problems(changeWith("impacted_resources", "[" + hundred + "]"))).isEmpty();
        assertThat(problems(changeWith("impacted_resources", "[" + hundred + "," + service + "]")))
                .containsExactly(problem(".attributes.impacted_resources", "value must have 0 to 100 items"));
    }

    @ParameterizedTest
    @CsvSource({ "change, change_metadata", "alert, custom" })
    void freeObjectsHaveAHundredPropertiesAndTenLevelsAtMost(String category, String member) {
        assertThat(problems(free(category, member, properties(100)))).isEmpty();
        assertThat(problems(free(category, member, properties(101))))
                .containsExactly(problem(".attributes." + member, "an object may have 100 properties"));
        assertThat(problems(free(category, member, levels(10)))).isEmpty();
        assertThat(problems(free(category, member, levels(11))))
                .containsExactly(problem(".attributes." + member, "value may be nested 10 levels deep"));
    }

    @Test
    void anEventTooLargeForOneMessageIsRefused() {
        var problems = problems(changeWith("new_value", "{\"a\":\"" + "x".repeat(100_000) + "\"}"));

        assertThat(problems).extracting(Problem::pointer).containsExactly("/data/attributes/attributes");
        assertThat(problems.get(0).detail()).endsWith("characters as JSON; at most 100000 are allowed.");
    }

    @Test
    void everyMemberOfAnAlertIsKept() {
        var details = """
                {"status":"error","priority":"1","custom":{"a":{"b":[1,2]}},
                 "links":[{"url":"https://example.com","category":"runbook","title":"Fix it"},
                          {"url":"u","category":"dashboard"}]}""";

        assertThat(read(alert(details)).details()).isEqualTo(JsonValues.object(JsonBody.read(details.getBytes(
                StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                | .status            | value is required
            {"status":"failure"}                                              | .status            | value must be one of: ["error", "ok", "warn"]
            {"status":"ok","priority":"0"}                                    | .priority          | value must be one of: ["1", "2", "3", "4", "5"]
            {"status":"ok","priority":1}                                      | .priority          | value must be one of: ["1", "2", "3", "4", "5"]
            {"status":"ok","links":[]}                                        | .links             | value must have 1 to 20 items
            {"status":"ok","links":[{"category":"runbook"}]}                  | .links[0].url      | value is required
            {"status":"ok","links":[{"url":"","category":"runbook"}]}         | .links[0].url      | value must have 1 to 2048 characters
            {"status":"ok","links":[{"url":"u"}]}                             | .links[0].category | value is required
            {"status":"ok","links":[{"url":"u","category":"wiki"}]}           | .links[0].category | value must be one of: ["dashboard", "documentation", "resource", "runbook"]
            {"status":"ok","links":[{"url":"u","category":"runbook","title":""}]} | .links[0].title | value must have 1 to 300 characters
            {"status":"ok","links":[{"url":"u","category":"runbook","id":1}]} | .links[0].id       | property is unknown
            {"status":"ok","custom":[]}                                       | .custom            | value must be an object
            {"status":"ok","changed_resource":{}}                             | .changed_resource  | property is unknown
            """)
    void anAlertWhichBreaksARuleIsToldWhich(String details, String path, String complaint) {
        assertThat(problems(alert(details))).contains(problem(".attributes" + path, complaint));
    }

    @Test
    void thereAreTwentyLinksAtMostAndEachHasItsLengths() {
        var link = "{\"url\":\"" + "u".repeat(2048) + "\",\"category\":\"resource\",\"title\":\"" + "t".repeat(300) + "\"}";
        var twenty = (link + ",").repeat(19) + link;

        assertThat(problems(alert("{\"status\":\"ok\",\"links\":[" + twenty + "]}"))).isEmpty();
        assertThat(problems(alert("{\"status\":\"ok\",\"links\":[" + twenty + "," + link + "]}")))
                .containsExactly(problem(".attributes.links", "value must have 1 to 20 items"));
        assertThat(problems(alert("{\"status\":\"ok\",\"links\":[" + link.replace("uu", "uuu") + "]}"))).isNotEmpty();
        assertThat(problems(alert("{\"status\":\"ok\",\"links\":[" + link.replace("tt\"}", "ttt\"}") + "]}")))
                .containsExactly(problem(".attributes.links[0].title", "value must have 1 to 300 characters"));
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

    private static String properties(int count) {
        return IntStream.range(0, count).mapToObj(n -> "\"p" + n + "\":" + n).collect(Collectors.joining(",", "{", "}"));
    }

    private static String levels(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    private static String free(String category, String member, String value) {
        return category.equals("alert")
                ? alert("{\"status\":\"ok\",\"" + member + "\":" + value + "}")
                : changeWith(member, value);
    }

    private static String changeWith(String member, String value) {
        return change(CHANGE.substring(0, CHANGE.length() - 1) + ",\"" + member + "\":" + value + "}");
    }

    private static String change(String details) {
        return body("\"title\":\"t\",\"category\":\"change\",\"attributes\":" + details);
    }

    private static String alert(String details) {
        return body("\"title\":\"t\",\"category\":\"alert\",\"attributes\":" + details);
    }

    /** A valid alert in which this member has this value. */
    private static String with(String member, String value) {
        var others = MINIMAL.entrySet().stream().filter(other -> !other.getKey().equals(member));
        return body(members(Stream.concat(others, Stream.of(Map.entry(member, value)))));
    }

    private static String members(Stream<Map.Entry<String, String>> members) {
        return members.map(member -> quoted(member.getKey()) + ":" + member.getValue()).collect(Collectors.joining(","));
    }

    private static String body(String attributes) {
        return "{\"data\":{\"type\":\"event\",\"attributes\":{" + attributes + "}}}";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static Problem problem(String path, String complaint) {
        var pointer = "/data/attributes" + path.replaceAll("\\[(\\d+)\\]", "/$1").replace('.', '/');
        return new Problem("JSON validation failed at $.data.attributes" + path + ": " + complaint + ".", pointer);
    }

    private DatadogCreation read(String body) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private List<Problem> problems(String body) {
        var rejected = catchThrowableOfType(DatadogCreationRejected.class, () -> read(body));
        return rejected == null ? List.of() : rejected.problems();
    }
}

package io.tocsin.dialects.datadog.v2;

import static io.tocsin.dialects.datadog.v2.Creations.CHANGE;
import static io.tocsin.dialects.datadog.v2.Creations.alert;
import static io.tocsin.dialects.datadog.v2.Creations.change;
import static io.tocsin.dialects.datadog.v2.Creations.changeWith;
import static io.tocsin.dialects.datadog.v2.Creations.problem;
import static io.tocsin.dialects.datadog.v2.Creations.problems;
import static io.tocsin.dialects.datadog.v2.Creations.quoted;
import static io.tocsin.dialects.datadog.v2.Creations.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.tocsin.dialects.datadog.JsonBody;
import io.tocsin.dialects.datadog.v2.DatadogCreationRejected.Problem;

/** wire/datadog.md §7.2, the two tables of categories: what a change and an alert may say. */
class DatadogCategoriesTest {

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
}

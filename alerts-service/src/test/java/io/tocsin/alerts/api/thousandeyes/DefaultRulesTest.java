package io.tocsin.alerts.api.thousandeyes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;

/** Every account group has a default rule per type of test, wire/thousandeyes.md §4.5 (11), which Terraform looks up by name, §3.6. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class DefaultRulesTest {

    private static final String RULES = "/v7/alerts/rules";

    /** Other tests remove the rules of the default account group. */
    private static final String GROUP = "?aid=12";

    @Test
    void anAccountGroupBeginsWithThemOnceHoweverManyAskAtTheSameTime() {
        IntStream.range(0, 12).parallel().forEach(call -> list(TestSetUp.OTHER_ORGANIZATION, "").then().statusCode(200));

        var rules = list(TestSetUp.OTHER_ORGANIZATION, "").jsonPath();

        List<String> names = rules.getList("alertRules.ruleName");
        assertThat(names).hasSize(13)
                .doesNotHaveDuplicates()
                .contains("Default Voice Alert Rule 2.0", "Default DNS Server Alert Rule 2.0", "Default BGP Alert Rule 2.0");
        assertThat(rules.getList("alertRules.isDefault")).containsOnly(true);
        assertThat(rules.getString("alertRules.find { it.alertType == 'dns-server' }.minimumSources")).isEqualTo("2");
    }

    @Test
    void eachIsARuleAsAnyOther() {
        var rules = new JsonObject(list(TestSetUp.ALL, GROUP).asString()).getJsonArray("alertRules")
                .stream()
                .map(JsonObject.class::cast)
                .filter(rule -> rule.getString("ruleName").startsWith("Default "))
                .toList();

        assertThat(rules).isNotEmpty()
                .allSatisfy(rule -> caller(TestSetUp.ALL)
                        .body(rule.encode())
                        .put(RULES + "/" + rule.getString("ruleId") + GROUP)
                        .then()
                        .statusCode(200));
    }

    @Test
    void oneWhichWasDeletedStaysAway() {
        var id = list(TestSetUp.ALL, GROUP).jsonPath()
                .getString("alertRules.find { it.ruleName == 'Default FTP Alert Rule 2.0' }.ruleId");

        caller(TestSetUp.ALL).delete(RULES + "/" + id + GROUP).then().statusCode(204);

        assertThat(list(TestSetUp.ALL, GROUP).jsonPath().getList("alertRules.ruleName")).doesNotContain(
                "Default FTP Alert Rule 2.0");
    }

    private static Response list(String key, String group) {
        return caller(key).get(RULES + group);
    }

    private static RequestSpecification caller(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }
}

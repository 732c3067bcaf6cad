package io.tocsin.audit.api.thousandeyes;

import static io.restassured.RestAssured.given;
import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.model.message.UserEvent;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class V6ActivityTest {

    private static final String YEAR = "?from=%1$s-01-01T00:00:00&to=%1$s-12-31T00:00:00";

    @ParameterizedTest
    @ValueSource(strings = { "/v6/audit/user-events/search.json", "/v6/audit/user-events/search",
            "/v5/audit/user-events/search.json",
            "/v4/audit/user-events/search", "/audit/user-events/search.json" })
    void idsAreNumbersTimesHaveABlankAndSentencesNoFullStop(String path) {
        Services.deliver(aUserEvent().at("2017-06-02T18:08:06Z").about("alertRuleName", "Disk full").build());

        search(AuditKeys.AUDITOR, path + "?from=2017-06-02T18:08:06&to=2017-06-02T18:08:07").statusCode(200)
                .contentType("application/json;charset=UTF-8")
                .body("from", equalTo("2017-06-02 18:08:06"))
                .body("to", equalTo("2017-06-02 18:08:07"))
                .body("auditEvents[0]", equalTo(Map.of("accountGroupName", "Network", "aid", 11, "date", "2017-06-02 18:08:06",
                        "event", "Alert rule created", "ipAddress", "192.0.2.7", "user", "auditor (auditor@example.com)",
                        "resources", List.of(Map.of("type", "alertRuleName", "name", "Disk full")))))
                .body("pages", equalTo(Map.of("current", 1)));
    }

    @Test
    void theXmlSaysWhatTheJsonSays() {
        Services.deliver(aUserEvent().at("2018-06-02T18:08:06Z").about("alertRuleName", "<Disk>").build());

        search(AuditKeys.AUDITOR, "/v6/audit/user-events/search.xml" + YEAR.formatted("2018")).statusCode(200)
                .contentType("text/xml;charset=UTF-8")
                .body("auditEventList.auditEvents.event", equalTo("Alert rule created"))
                .body("auditEventList.auditEvents.aid", equalTo("11"))
                .body("auditEventList.auditEvents.resources.name", equalTo("<Disk>"))
                .body("auditEventList.pages.current", equalTo("1"));
    }

    @Test
    void pagesHoldEachEventOnce() {
        Services.deliver(IntStream.range(0, 150)
                .mapToObj(number -> aUserEvent().at("2019-01-01T00:00:00Z").saying("Event " + number + ".").build())
                .toArray(UserEvent[]::new));

        var first = search(AuditKeys.AUDITOR, "/v6/audit/user-events/search.json" + YEAR.formatted("2019"))
                .body("auditEvents", hasSize(100))
                .body("pages.next", startsWith("http://localhost:8080/v6/audit/user-events/search.json?from="))
                .extract()
                .jsonPath();
        var second = search(AuditKeys.AUDITOR, first.getString("pages.next").replace("http://localhost:8080", ""))
                .body("auditEvents", hasSize(50))
                .body("pages", equalTo(Map.of("current", 2)))
                .body("from", equalTo(first.getString("from")))
                .extract()
                .jsonPath();

        assertThat(first.<String>getList("auditEvents.event")).doesNotContainAnyElementsOf(second.getList("auditEvents.event"));
    }

    @Test
    void ownAndAllAreTheSameAsInV7() {
        Services.deliver(aUserEvent().at("2020-01-01T00:00:00Z").saying("By Bea.").by(AuditKeys.BEA).in("12", "Web").build(),
                aUserEvent().at("2020-01-02T00:00:00Z").saying("By the auditor.").build());

        var query = "/v6/audit/user-events/search.json" + YEAR.formatted("2020") + "&useAllPermittedAids=true";
        search(AuditKeys.BEA, query).body("auditEvents.event", contains("By Bea"));
        search(AuditKeys.AUDITOR, query).body("auditEvents.event", contains("By the auditor", "By Bea"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "auditor|?window=1h&from=2026-01-01T00:00:00|400|window: cannot be combined with from or to",
            "auditor|?to=2026-01-01T00:00:00|400|from: is required when to is given",
            "auditor|?from=yesterday|400|from: must be a date-time such as 2026-01-31T12:00:00Z",
            "auditor|?aid=99|403|This credential is not assigned to account group '99'.",
            "guest||403|This credential lacks the permission 'view-own-activity-log'.",
            "nobody||401|This API key is not known." })
    void errorsAreV6s(String key, String query, int status, String message) {
        var parameters = query == null ? "" : query;

        search(key, "/v6/audit/user-events/search.json" + parameters).statusCode(status).body("errorMessage", equalTo(message));
        search(key, "/v6/audit/user-events/search.xml" + parameters).statusCode(status)
                .body("error.errorMessage", equalTo(message));
    }

    private static ValidatableResponse search(String key, String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .preemptive()
                .basic("somebody@example.com", key)
                .get(path)
                .then();
    }
}

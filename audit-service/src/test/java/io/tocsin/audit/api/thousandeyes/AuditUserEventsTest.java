package io.tocsin.audit.api.thousandeyes;

import static io.restassured.RestAssured.given;
import static io.tocsin.audit.Services.deliver;
import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;

/** The log cannot be emptied between tests, so each has a year of its own. */
@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class AuditUserEventsTest {

    private static final String YEAR = "?startDate=%1$s-01-01T00:00:00Z&endDate=%1$s-12-31T23:59:59Z";

    @Test
    void whatSomebodyDidIsShownToTheAuditor() {
        deliver(aUserEvent().at("2001-07-17T22:00:54.123456789Z")
                .saying("Alert rule created.")
                .by(AuditKeys.BEA)
                .about("alertRuleName", "Disk full")
                .build());

        log(AuditKeys.AUDITOR, YEAR.formatted("2001")).statusCode(200)
                .contentType("application/hal+json")
                .header("Cache-Control", "no-store")
                .body("", equalTo(Map.of(
                        "auditEvents", List.of(Map.of(
                                "aid", "11",
                                "accountGroupName", "Network",
                                "date", "2001-07-17T22:00:54Z",
                                "event", "Alert rule created.",
                                "ipAddress", "192.0.2.7",
                                "uid", "id-of-bea",
                                "user", "bea (bea@example.com)",
                                "resources", List.of(Map.of("type", "alertRuleName", "name", "Disk full")))),
                        "startDate", "2001-01-01T00:00:00Z",
                        "endDate", "2001-12-31T23:59:59Z",
                        "_links", Map.of("self", Map.of("href", "http://localhost:8080/v7/audit-user-events"
                                + YEAR.formatted("2001"))))));
    }

    @Test
    void whatHasNoObjectHasNoResources() {
        deliver(aUserEvent().at("2002-01-01T00:00:00Z").saying("Login failed.").build());

        log(AuditKeys.AUDITOR, YEAR.formatted("2002")).body("auditEvents[0]", not(hasKey("resources")));
    }

    @Test
    void anEmptyLogIsStillAList() {
        log(AuditKeys.BEA, "?aid=12&window=1s").statusCode(200)
                .body("auditEvents", empty())
                .body("_links", equalTo(Map.of("self",
                        Map.of("href", "http://localhost:8080/v7/audit-user-events?aid=12&window=1s"))));
        log(AuditKeys.GUEST_OF_UMBRELLA, "").statusCode(200)
                .body("", equalTo(Map.of("auditEvents", List.of(),
                        "_links", Map.of("self", Map.of("href", "http://localhost:8080/v7/audit-user-events")))));
    }

    @Test
    void anEventSentTwiceIsShownOnce() {
        var event = aUserEvent().at("2003-01-01T00:00:00Z").build();

        deliver(event, event);
        deliver(event);

        log(AuditKeys.AUDITOR, YEAR.formatted("2003")).body("auditEvents", hasSize(1));
    }

    @Test
    void theAccountGroupIsTheDefaultOneOrTheOneAskedForOrAll() {
        deliver(aUserEvent().at("2004-01-01T00:00:00Z").saying("In 11.").build(),
                aUserEvent().at("2004-01-02T00:00:00Z").saying("In 12.").in("12", "Web").build(),
                aUserEvent().at("2004-01-03T00:00:00Z").saying("In 13.").in("13", "Voice").build(),
                aUserEvent().at("2004-01-04T00:00:00Z").saying("In another 11.").of("umbrella").build());

        sentences(AuditKeys.AUDITOR, YEAR.formatted("2004"), "In 11.");
        sentences(AuditKeys.AUDITOR, YEAR.formatted("2004") + "&aid=12", "In 12.");
        sentences(AuditKeys.AUDITOR, YEAR.formatted("2004") + "&useAllPermittedAids=true", "In 12.", "In 11.");
        sentences(AuditKeys.AUDITOR, YEAR.formatted("2004") + "&useAllPermittedAids=false&aid=11", "In 11.");
        log(AuditKeys.AUDITOR, YEAR.formatted("2004") + "&aid=13").statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("This credential is not assigned to account group '13'."));
    }

    @Test
    void whoMaySeeOnlyTheirOwnActivitySeesNothingElse() {
        deliver(aUserEvent().at("2005-01-01T00:00:00Z").saying("By the auditor.").build(),
                aUserEvent().at("2005-01-02T00:00:00Z").saying("By Bea.").by(AuditKeys.BEA).build(),
                aUserEvent().at("2005-01-03T00:00:00Z").saying("By Bea in 12.").by(AuditKeys.BEA).in("12", "Web").build());

        sentences(AuditKeys.AUDITOR, YEAR.formatted("2005"), "By Bea.", "By the auditor.");
        sentences(AuditKeys.BEA, YEAR.formatted("2005"), "By Bea.");
        sentences(AuditKeys.BEA, YEAR.formatted("2005") + "&useAllPermittedAids=true", "By Bea in 12.", "By Bea.");
    }

    @Test
    void withoutPermissionOrCredentialNothingIsShown() {
        log(AuditKeys.GUEST, "").statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("This credential lacks the permission 'view-own-activity-log'."));
        log("nobody", "").statusCode(401)
                .contentType("application/problem+json")
                .body("", equalTo(Map.of("error", "invalid_token", "error_description", "This API key is not known.")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "?window=1h&startDate=2006-01-01T00:00:00Z|window|cannot be combined with startDate or endDate",
            "?window=yesterday|window|must be a number followed by s, m, h, d or w, such as 12h",
            "?endDate=2006-01-01T00:00:00Z|startDate|is required when endDate is given",
            "?startDate=2006-01-01|startDate|must be a date-time such as 2026-01-31T12:00:00Z",
            "?useAllPermittedAids=yes|useAllPermittedAids|must be true or false",
            "?cursor=x|cursor|is unreadable or belongs to another query; start again without it",
            "?window=1h&cursor=%00|cursor|is unreadable or belongs to another query; start again without it" })
    void aParameterThatMeansNothingIsNamed(String query, String field, String message) {
        log(AuditKeys.AUDITOR, query).statusCode(400)
                .contentType("application/problem+json")
                .body("errors", contains(Map.of("field", field, "message", message)))
                .body("instance", equalTo("/v7/audit-user-events"));
    }

    @Test
    void bothEndsOfTheRangeBelongToIt() {
        deliver(aUserEvent().at("2007-01-01T00:00:00Z").saying("First.").build(),
                aUserEvent().at("2007-12-31T23:59:59Z").saying("Last.").build(),
                aUserEvent().at("2007-12-31T23:59:59.000001Z").saying("Late.").build());

        sentences(AuditKeys.AUDITOR, YEAR.formatted("2007"), "Last.", "First.");
    }

    @Test
    void thereIsNoMax() {
        deliver(aUserEvent().at("2009-01-01T00:00:00Z").saying("One.").build(),
                aUserEvent().at("2009-01-02T00:00:00Z").saying("Two.").build());

        sentences(AuditKeys.AUDITOR, YEAR.formatted("2009") + "&max=1", "Two.", "One.");
        sentences(AuditKeys.AUDITOR, YEAR.formatted("2009") + "&max=none", "Two.", "One.");
    }

    @Test
    void clientsMayWriteTheRangeAsPythonDoes() {
        deliver(aUserEvent().at("2008-07-01T00:00:00Z").saying("In summer.").build());

        sentences(AuditKeys.AUDITOR, "?startDate=2008-06-30T22:00:00.000000-0200&endDate=2008-07-01T02:00:01+0200",
                "In summer.");
    }

    private static void sentences(String key, String query, String... expected) {
        log(key, query).statusCode(200).body("auditEvents.event", expected.length == 0 ? empty() : contains(expected));
    }

    private static ValidatableResponse log(String key, String query) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + key)
                .get("/v7/audit-user-events" + query)
                .then();
    }
}

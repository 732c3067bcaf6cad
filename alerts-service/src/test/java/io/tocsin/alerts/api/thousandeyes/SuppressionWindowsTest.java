package io.tocsin.alerts.api.thousandeyes;

import static io.tocsin.alerts.Alerts.caller;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.alerts.suppression.Suppression;
import io.tocsin.alerts.suppression.SuppressionReader;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;

/** wire/thousandeyes.md §3.7. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class SuppressionWindowsTest {

    private static final String WINDOWS = "/v7/alert-suppression-windows";

    private static final String FULL = """
            {"name": "Patch day", "isEnabled": true, "startDate": "2026-03-02T22:00:00.000000+0000", "duration": 3600,
             "repeat": {"type": "custom", "intervalType": "week", "intervalLength": 2, "daysOfWeek": ["mon", "thu"]},
             "endRepeat": {"type": "count", "count": 5}, "timeZone": "Europe/Oslo", "suppressionType": "real-time",
             "testIds": ["12", "34"], "futureMember": 1}
            """;

    private static final String ONCE = """
            {"name": "Once", "startDate": "2026-03-01T12:00:00Z", "duration": 600, "testIds": ["7"]}
            """;

    @Inject
    SettableClock clock;

    @Inject
    Pool pool;

    @Inject
    SuppressionReader reader;

    @BeforeEach
    void itIsTheFirstOfMarch() {
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void aNewWindowIsAnsweredWithItsPlace() {
        var created = caller().body(FULL).post(WINDOWS + "?expand=test&aid=11");

        var id = created.jsonPath().getString("alertSuppressionWindowId");
        created.then()
                .statusCode(201)
                .contentType("application/hal+json")
                .header("Location", equalTo("http://localhost:8080" + WINDOWS + "/" + id + "?aid=11"))
                .header("X-Organization-Rate-Limit-Limit", notNullValue())
                .body("status", equalTo("inactive"))
                .body("tests.testId", contains("12", "34"));
    }

    @Test
    void aWindowIsReadAsItWasWritten() {
        var id = create(FULL);

        var read = new JsonObject(caller().get(WINDOWS + "/" + id).asString());

        var expected = new JsonObject(FULL).put("alertSuppressionWindowId", id)
                .put("startDate", "2026-03-02T22:00:00Z")
                .put("status", "inactive");
        expected.remove("futureMember");
        expected.remove("testIds");
        read.remove("_links");
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void theTestsAreToldToThoseWhoWantThem() {
        var id = create(FULL);

        caller().get(WINDOWS + "/" + id).then().body("tests", nullValue());
        caller().get(WINDOWS + "/" + id + "?expand=agent,test")
                .then()
                .body("tests.testId", contains("12", "34"))
                .body("tests[0]._links.self.href", endsWith("/v7/tests/12"));
    }

    @Test
    void theListHoldsTheWindowsOfTheAccountGroup() {
        var here = create(FULL);
        var elsewhere = caller().body(ONCE).post(WINDOWS + "?aid=12").jsonPath().getString("alertSuppressionWindowId");

        caller().get(WINDOWS)
                .then()
                .statusCode(200)
                .body("alertSuppressionWindows.alertSuppressionWindowId", hasItem(here))
                .body("alertSuppressionWindows.alertSuppressionWindowId", not(hasItem(elsewhere)))
                .body("_links.self.href", endsWith(WINDOWS));
        caller(TestSetUp.OTHER_ORGANIZATION).get(WINDOWS).then().body("alertSuppressionWindows", equalTo(List.of()));
    }

    @Test
    void aReplacementReplacesEverything() {
        var id = create(FULL);

        caller().body(ONCE)
                .put(WINDOWS + "/" + id + "?expand=test")
                .then()
                .statusCode(200)
                .body("name", equalTo("Once"))
                .body("repeat", nullValue())
                .body("timeZone", nullValue())
                .body("isEnabled", equalTo(true))
                .body("tests.testId", contains("7"));
    }

    @Test
    void aDeletedWindowIsGone() {
        var id = create(ONCE);

        caller().delete(WINDOWS + "/" + id).then().statusCode(204);

        caller().get(WINDOWS + "/" + id).then().statusCode(404).contentType("application/problem+json");
        caller().body(ONCE).put(WINDOWS + "/" + id).then().statusCode(404);
        caller().delete(WINDOWS + "/" + id).then().statusCode(404);
    }

    @Test
    void theStatusFollowsTheClock() {
        var id = create(ONCE);

        assertThat(statusAt("2026-03-01T12:00:00Z", id)).isEqualTo("active");
        assertThat(statusAt("2026-03-01T11:59:59Z", id)).isEqualTo("inactive");
        assertThat(statusAt("2026-03-01T12:10:00Z", id)).isEqualTo("ended");
        caller().body(ONCE.replace("\"name\"", "\"isEnabled\": false, \"name\"")).put(WINDOWS + "/" + id);
        assertThat(statusAt("2026-03-01T12:00:00Z", id)).isEqualTo("inactive");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'name'|' '|name",
            "'duration'|0|duration",
            "'duration'|null|duration",
            "'duration'|'x'|duration",
            "'startDate'|'yesterday'|startDate",
            "'startDate'|'2026-02-01T12:00:00Z'|startDate",
            "'timeZone'|'Middle/Earth'|timeZone",
            "'suppressionType'|'never'|suppressionType",
            "'testIds'|['']|testIds[0]",
            "'testIds'|['12', 'a\\u0000']|testIds[1]",
            "'repeat'|{'type':'year'}|repeat.type",
            "'repeat'|{'type':'custom'}|repeat.intervalType",
            "'repeat'|{'type':'day','intervalLength':2}|repeat.intervalType",
            "'repeat'|{'type':'custom','intervalType':'day','intervalLength':0}|repeat.intervalLength",
            "'repeat'|{'type':'custom','intervalType':'day','daysOfWeek':['mon']}|repeat.daysOfWeek",
            "'repeat'|{'type':'custom','intervalType':'week','daysOfWeek':['monday']}|repeat.daysOfWeek[0]",
            "'endRepeat'|{'type':'count','count':3}|endRepeat",
            "'repeat':{'type':'day'},'endRepeat'|{'type':'count'}|endRepeat.count",
            "'repeat':{'type':'day'},'endRepeat'|{'type':'date','date':'31.12.2026'}|endRepeat.date",
            "'repeat':{'type':'day'},'endRepeat'|{'type':'date','date':'2026-02-28'}|endRepeat.date",
            "'repeat':{'type':'custom','intervalType':'week','daysOfWeek':['fri']},'endRepeat'|{'type':'date','date':'2026-03-05'}|endRepeat.date",
            "'repeat':{'type':'day'},'duration'|86400|duration",
            "'repeat':{'type':'custom','intervalType':'week','daysOfWeek':['sat','sun']},'duration'|86400|duration" })
    void aWindowWhichCannotBeOrNeverOccursIsRefused(String member, String value, String field) {
        var body = ONCE.replace("}", ", " + member + ": " + value + "}").replace('\'', '"');

        caller().body(body)
                .post(WINDOWS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{", "{}", "7" })
    void whatIsNoWindowIsRefused(String body) {
        caller().body(body).post(WINDOWS).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "999999999", "nonsense", "99999999999999999999" })
    void anUnknownWindowIsNotFound(String id) {
        caller().get(WINDOWS + "/" + id).then().statusCode(404);
    }

    @Test
    void windowsNeedTheirPermissions() {
        caller(TestSetUp.VIEW_ONLY).get(WINDOWS).then().statusCode(200);
        caller(TestSetUp.VIEW_ONLY).body(ONCE).post(WINDOWS).then().statusCode(403);
        caller(TestSetUp.NOTHING).get(WINDOWS).then().statusCode(403);
        caller("nobody").get(WINDOWS).then().statusCode(401);
        caller().get(WINDOWS + "?aid=99").then().statusCode(403);
    }

    @Test
    void eachChangeIsInTheAuditLog() {
        await(() -> pool.query("delete from outbox").execute());
        var id = create(ONCE);
        caller().body(ONCE).put(WINDOWS + "/" + id);
        caller().delete(WINDOWS + "/" + id);

        var told = new ArrayList<JsonObject>();
        await(() -> pool.query("select data from outbox where destination = 'audit-service' order by seq").execute())
                .forEach(row -> told.add(new JsonObject(row.getString("data"))));
        assertThat(told).extracting(event -> event.getString("event"))
                .containsExactly("Alert suppression window created.", "Alert suppression window updated.",
                        "Alert suppression window deleted.");
        assertThat(told.get(1).getJsonObject("change").getJsonObject("before"))
                .isEqualTo(told.get(0).getJsonObject("change").getJsonObject("after"));
        assertThat(told.get(2).getJsonObject("change").getJsonObject("after")).isNull();
    }

    @Test
    void whoEvaluatesReadsTheWindowsOfTheScope() {
        var id = create(ONCE.replace("\"7\"", "\"4711\""));

        var suppressions = await(() -> reader.read(pool, TestSetUp.SCOPE));

        assertThat(suppressions.at("4711", clock.instant())).isEqualTo(Suppression.SCHEDULED);
        assertThat(suppressions.changesAfter("4711", clock.instant())).contains(clock.instant().plusSeconds(600));
        caller().delete(WINDOWS + "/" + id);
    }

    private String statusAt(String instant, String id) {
        clock.set(Instant.parse(instant));
        return caller().get(WINDOWS + "/" + id).jsonPath().getString("status");
    }

    private static String create(String window) {
        var created = caller().body(window).post(WINDOWS);
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.jsonPath().getString("alertSuppressionWindowId");
    }
}

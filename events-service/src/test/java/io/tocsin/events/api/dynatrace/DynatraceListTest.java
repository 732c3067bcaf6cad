package io.tocsin.events.api.dynatrace;

import static io.tocsin.events.TestKeys.OTHER_GROUP;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.EVENTS;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.ingest;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.list;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/dynatrace.md §6, §6.1 and the catalogues of §7. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceListTest {

    private final String entity = anEntity("SERVICE");
    private final long now = Instant.now().toEpochMilli();

    @Test
    void thePageHasTheShapeOfTheVendor() {
        ingest(anIngest("CUSTOM_INFO", "one"));

        list("eventSelector", "entityId(\"" + entity + "\")").then()
                .statusCode(200)
                .contentType("application/json")
                .body("totalCount", equalTo(1))
                .body("pageSize", equalTo(100))
                .body("$", not(hasKey("nextPageKey")))
                .body("warnings", empty())
                .body("events.title", contains("one"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            entityId("ENTITY")                                         | open,closed
            entityId("ENTITY","SERVICE-0000000000000000")              | open,closed
            entityId("SERVICE-0000000000000000")                       | ``
            entityId("ENTITY"),entityId("SERVICE-0000000000000000")    | ``
            entityId("ENTITY"),status("OPEN")                          | open
            entityId("ENTITY"),status(CLOSED)                          | closed
            entityId("ENTITY"),status("OPEN"),status("CLOSED")         | ``
            entityId("ENTITY"),eventType("ERROR_EVENT")                | open
            entityId("ENTITY"),eventType("CUSTOM_INFO")                | closed
            entityId("ENTITY"),eventType("SOMETHING_NEW")              | ``
            entityId("ENTITY"),eventId("OPEN_ID")                      | open
            entityId("ENTITY"),eventId("OPEN_ID","1_2")                | open
            entityId("ENTITY"),correlationId("OPEN_CORRELATION")       | open
            entityId("ENTITY"),property.team("shop")                   | open,closed
            entityId("ENTITY"),property.team("shop","x"),property.dt.event.title("open") | open
            entityId("ENTITY"),property.team("SHOP")                   | ``
            entityId("ENTITY"),property.dt.event.group_label("Error event") | open
            entityId("ENTITY"),underMaintenance(false)                 | open,closed
            entityId("ENTITY"),underMaintenance(true)                  | ``
            entityId("ENTITY"),suppressAlert("true")                   | ``
            entityId("ENTITY"),suppressProblem(true)                   | ``
            entityId("ENTITY"),frequentEvent(true)                     | ``
            entityId("ENTITY"),managementZoneId("1","2")               | ``
            """)
    void anEventSelectorSelects(String selector, String titles) {
        var open = ingest(anIngest("ERROR_EVENT", "open")).jsonPath().getString("eventIngestResults[0].correlationId");
        ingest(anIngest("CUSTOM_INFO", "closed"));
        var id = list("eventSelector", "correlationId(\"" + open.toUpperCase() + "\")").jsonPath()
                .getString("events[0].eventId");

        var listed = list("eventSelector", selector.replace("ENTITY", entity)
                .replace("OPEN_ID", id)
                .replace("OPEN_CORRELATION",
                        open));

        assertThat(listed.jsonPath().getList("events.title", String.class))
                .containsExactlyInAnyOrder(titles.isEmpty() ? new String[0] : titles.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            colour("red")                  | The criterion 'colour' is not known here
            property.("x")                 | The criterion 'property.' is not known here
            status("OPEN","CLOSED")        | The criterion 'status' takes one value, not 2.
            status("SLEEPING")             | The criterion 'status' takes OPEN or CLOSED, not 'SLEEPING'.
            eventType("A","B")             | The criterion 'eventType' takes one value, not 2.
            eventType()                    | The criterion 'eventType' needs one or more values
            eventId("x")                   | The criterion 'eventId' takes ids of events, not 'x'.
            suppressAlert(maybe)           | The criterion 'suppressAlert' takes true or false, not 'maybe'.
            eventType(type("x"))           | The criterion 'eventType' needs one or more values
            status                         | Invalid selector at column 7: it ends too early
            status("OPEN                   | Invalid selector at column 8: this quote is never closed.
            status("OPEN") eventType("X")  | Invalid selector at column 16: found 'eventType'
            ,                              | Invalid selector at column 1: found ','
            a(b(c(d(e(f(g(h(i(j(k(l        | Invalid selector at column 22: parentheses may be 10 deep.
            """)
    void aSelectorWhichCannotBeReadIsExplained(String selector, String explanation) {
        list("eventSelector", selector).then()
                .statusCode(400)
                .body("error.constraintViolations.path", contains("eventSelector"))
                .body("error.constraintViolations[0].parameterLocation", equalTo("QUERY"))
                .body("error.constraintViolations[0].message", containsString(explanation));
    }

    @ParameterizedTest
    @CsvSource({ "now-1h,now,1", "now-1m,,1", ",now-1h,0", "EPOCH,,1", "ISO,,1", "ISO_SPACE,,1", "now-1y/w,now,1", "now-2M,,1",
            "now-3w/d,,1" })
    void timesComeInManyForms(String from, String to, int found) {
        ingest(anIngest("CUSTOM_INFO", "now"));
        var iso = Instant.ofEpochMilli(now).minusSeconds(60).toString();
        var start = from == null
                ? ""
                : from.replace("EPOCH", Long.toString(now - 60_000))
                        .replace("ISO_SPACE", iso.replace('T', ' ').replace("Z", "+00:00"))
                        .replace("ISO", iso);

        var listed = list("eventSelector", "entityId(\"" + entity + "\")", "from", from == null ? "now-2h" : start, "to",
                to == null ? "" : to);

        assertThat(listed.jsonPath().getInt("totalCount")).isEqualTo(found);
    }

    @Test
    void theWindowIsTheLastTwoHoursUnlessItIsGiven() {
        ingest(anIngest("CUSTOM_INFO", "old").replace("\"title\"", "\"startTime\": " + (now - Duration.ofHours(3).toMillis())
                + ", \"title\""));
        var selector = "entityId(\"" + entity + "\")";

        assertThat(list("eventSelector", selector).jsonPath().getInt("totalCount")).isZero();
        assertThat(list("eventSelector", selector, "from", "now-4h").jsonPath().getInt("totalCount")).isOne();
    }

    @Test
    void theKeyOfTheNextPageLeadsToTheEnd() {
        var entities = IntStream.range(0, 25)
                .mapToObj(n -> "\\\"" + anEntity("HOST") + "\\\"")
                .collect(Collectors.joining(","));
        ingest("""
                {"eventType": "CUSTOM_INFO", "title": "many", "entitySelector": "entityId(%s)", "properties": {"run": "%s"}}"""
                .formatted(entities, entity));
        var selector = "property.run(\"" + entity + "\")";

        var titles = new ArrayList<String>();
        var page = list("eventSelector", selector, "pageSize", "10").jsonPath();
        titles.addAll(page.getList("events.eventId", String.class));
        while (page.getString("nextPageKey") != null) {
            page = list("nextPageKey", page.getString("nextPageKey")).jsonPath();
            assertThat(page.getInt("totalCount")).isEqualTo(25);
            assertThat(page.getInt("pageSize")).isEqualTo(10);
            titles.addAll(page.getList("events.eventId", String.class));
        }

        assertThat(titles).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void aLongSelectorFitsIntoACallAndIntoTheKeyOfThePage() {
        ingest(anIngest("CUSTOM_INFO", "a"));
        ingest(anIngest("CUSTOM_INFO", "b"));
        var ids = IntStream.range(0, 300).mapToObj(n -> "SERVICE-%016d".formatted(n)).collect(Collectors.joining(","));

        var first = list("eventSelector", "entityId(" + entity + "," + ids + ")", "pageSize", "1").jsonPath();
        var second = list("nextPageKey", first.getString("nextPageKey")).jsonPath();

        assertThat(first.getString("events[0].title")).isEqualTo("b");
        assertThat(second.getString("events[0].title")).isEqualTo("a");
        assertThat(second.getString("nextPageKey")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "from", "to", "eventSelector", "entitySelector", "pageSize" })
    void besideAPageKeyNothingMayStand(String parameter) {
        ingest(anIngest("CUSTOM_INFO", "a"));
        ingest(anIngest("CUSTOM_INFO", "b"));
        var key = list("pageSize", "1").jsonPath().getString("nextPageKey");

        list("nextPageKey", key, parameter, "1").then()
                .statusCode(400)
                .body("error.constraintViolations.path", contains("nextPageKey"));
    }

    @Test
    void aPageKeyOfAnotherEnvironmentIsRefused() {
        ingest(anIngest("CUSTOM_INFO", "a"));
        ingest(anIngest("CUSTOM_INFO", "b"));
        var key = list("pageSize", "1").jsonPath().getString("nextPageKey");

        token(OTHER_GROUP).queryParam("nextPageKey", key).get(EVENTS).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({ "from,yesterday", "from,now-2s", "from,now+1h", "to,2021-13-01T00:00", "pageSize,0", "pageSize,1001",
            "pageSize,x",
            "nextPageKey,AQAAABQBAAAABQ==", "nextPageKey,x", "from,now/x" })
    void aParameterWhichCannotBeReadIsNamed(String parameter, String value) {
        list(parameter, value).then()
                .statusCode(400)
                .body("error.code", equalTo(400))
                .body("error.constraintViolations.path", contains(parameter));
    }

    @ParameterizedTest
    @CsvSource({ "/api/v2/eventTypes,eventTypeInfos,type,100", "/api/v2/eventProperties,eventProperties,key,10" })
    void aCatalogueIsPaged(String path, String field, String name, int pageSize) {
        var names = new ArrayList<String>();
        var page = token().queryParam("pageSize", pageSize).get(path).jsonPath();
        var total = page.getInt("totalCount");
        names.addAll(page.getList(field + "." + name, String.class));
        while (page.getString("nextPageKey") != null) {
            page = token().queryParam("nextPageKey", page.getString("nextPageKey")).get(path).jsonPath();
            names.addAll(page.getList(field + "." + name, String.class));
        }

        assertThat(names).hasSize(total).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aCatalogueHasAHundredEntriesAPageUnlessItIsToldOtherwise() {
        token().get("/api/v2/eventTypes")
                .then()
                .body("pageSize", equalTo(100))
                .body("eventTypeInfos", hasSize(100))
                .body("nextPageKey", notNullValue());
        token().get("/api/v2/eventTypes?pageSize=500")
                .then()
                .body("pageSize", equalTo(500))
                .body("$", not(hasKey("nextPageKey")));
    }

    @ParameterizedTest
    @CsvSource({ "pageSize=501", "pageSize=0", "nextPageKey=x", "nextPageKey=MTAwfjEwMA&pageSize=1", "nextPageKey=" })
    void aCatalogueNamesTheWrongParameter(String query) {
        token().get("/api/v2/eventTypes?" + query).then().statusCode(400).body("error.code", equalTo(400));
    }

    @ParameterizedTest
    @CsvSource({ "ERROR_EVENT,ERROR,Error event", "CUSTOM_DEPLOYMENT,INFO,Deployment",
            "SLOW_DISK,RESOURCE_CONTENTION,Slow disk",
            "RESOURCE_CONTENTION_EVENT,RESOURCE_CONTENTION,Resource contention event",
            "MONITORING_UNAVAILABLE,MONITORING_UNAVAILABLE,Monitoring unavailable" })
    void anEventTypeIsDescribed(String type, String severity, String label) {
        token().get("/api/v2/eventTypes/{type}", type)
                .then()
                .statusCode(200)
                .body("type", equalTo(type))
                .body("severityLevel", equalTo(severity))
                .body("displayName", equalTo(label));
    }

    @Test
    void anEventPropertyIsDescribed() {
        token().get("/api/v2/eventProperties/dt.event.source")
                .then()
                .statusCode(200)
                .body("key", equalTo("dt.event.source"))
                .body("displayName", equalTo("Custom source"))
                .body("description", not(blankOrNullString()))
                .body("writable", equalTo(true))
                .body("filterable", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v2/eventTypes/FOO", "/api/v2/eventProperties/foo" })
    void whatNobodyKnowsIs404(String path) {
        token().get(path).then().statusCode(404).body("error.code", equalTo(404));
    }

    private String anIngest(String type, String title) {
        return """
                {"eventType": "%s", "title": "%s", "entitySelector": "entityId(%s)", "properties": {"team": "shop"}}"""
                .formatted(type, title, entity);
    }
}

package io.tocsin.events.api.datadog;

import static io.tocsin.events.api.datadog.DatadogCalls.keys;
import static io.tocsin.events.api.datadog.DatadogCalls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/datadog.md §4 and §5: finding events by v2, in the query of a URL and in a body. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogSearchTest {

    private static final String LIST = "/api/v2/events";
    private static final String SEARCH = "/api/v2/events/search";

    private final String tag = "run:" + UUID.randomUUID();
    private final long now = Instant.now().getEpochSecond();

    @Test
    void theNewestOfTheLastQuarterOfAnHourAreListedFirst() {
        event("old", now - 3600);
        event("first", now - 60);
        event("second", now - 30);

        var listed = list("filter[query]=" + tag);

        listed.then().statusCode(200).header("Content-Type", equalTo("application/json"));
        assertThat(titles(listed)).containsExactly("second", "first");
    }

    @Test
    void tenEventsAreAPageUnlessTheCallerWantsAnother() {
        IntStream.range(0, 12).forEach(n -> event("n" + n, now - 60 + n));

        assertThat(titles(list("filter[query]=" + tag))).hasSize(10);
        assertThat(titles(list("page[limit]=12&filter[query]=" + tag))).hasSize(12);
        assertThat(titles(search("{\"filter\":{\"query\":\"" + tag + "\"},\"page\":{\"limit\":3}}"))).hasSize(3);
    }

    @Test
    void theOldestComeFirstIfTheCallerWantsThat() {
        event("a", now - 60);
        event("b", now - 30);

        assertThat(titles(list("sort=timestamp&filter[query]=" + tag))).containsExactly("a", "b");
        assertThat(titles(list("sort=-timestamp&filter[query]=" + tag))).containsExactly("b", "a");
    }

    @Test
    void bothEndsOfAWindowBelongToIt() {
        event("at", now - 60);

        var millis = (now - 60) * 1000;

        assertThat(titles(window(millis, millis))).containsExactly("at");
        assertThat(titles(window(millis + 1, millis + 1000))).isEmpty();
        assertThat(titles(window(millis - 1000, millis - 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "%2B01:00", "+01:00" })
    void aPlusMayArriveAsABlank(String offset) {
        event("at", now - 60);
        var local = Instant.ofEpochSecond(now - 60 + 3600).toString().replace("Z", "");

        assertThat(titles(list("filter[from]=" + local + offset + "&filter[query]=" + tag))).containsExactly("at");
    }

    @Test
    void everyPageNamesTheNextAndTheLastOneIsEmpty() {
        IntStream.range(0, 5).forEach(n -> event("n" + n, now - 60 + n));

        var first = search("{\"filter\":{\"query\":\"" + tag + "\"},\"page\":{\"limit\":2}}");
        var second = search(page(first, 2));
        var third = search(page(second, 2));
        var fourth = search(page(third, 2));

        assertThat(List.of(titles(first), titles(second), titles(third)))
                .containsExactly(List.of("n4", "n3"), List.of("n2", "n1"), List.of("n0"));
        assertThat(fourth.asString()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void eventsWhichArriveMeanwhileMoveNoPageAndARelativeWindowStays() {
        IntStream.range(0, 4).forEach(n -> event("n" + n, now - 60 + n));
        var first = list("page[limit]=2&filter[query]=" + tag);

        event("late", now - 30);
        event("later", now - 59);
        var second = search(page(first, 10));

        assertThat(titles(second)).containsExactly("later", "n1", "n0");
    }

    @Test
    void theLinkToTheNextPageHasWhatTheCallerSaidInAlphabeticalOrder() {
        event("a", now - 60);

        var listed = list("sort=-timestamp&page[limit]=2&filter[to]=now&filter[query]=" + tag
                + "&filter[from]=now-15m&other=1");

        var cursor = listed.jsonPath().getString("meta.page.after");
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(listed.jsonPath().getString("links.next"))
                .isEqualTo("http://localhost:8080/api/v2/events?filter%5Bfrom%5D=now-15m&filter%5Bquery%5D="
                        + tag.replace(":", "%3A") + "&filter%5Bto%5D=now&page%5Bcursor%5D=" + cursor
                        + "&page%5Blimit%5D=2&sort=-timestamp");
    }

    @Test
    void theLinkOfASearchLeadsToTheNextPageByEitherVerb() {
        event("a", now - 60);
        event("b", now - 30);

        var first = search("{\"filter\":{\"query\":\"" + tag + "\"},\"page\":{\"limit\":1}}");
        var next = first.jsonPath().getString("links.next").replace("http://localhost:8080", "");

        assertThat(next).startsWith("/api/v2/events/search?filter%5Bquery%5D=");
        assertThat(titles(keys().urlEncodingEnabled(false).get(next))).containsExactly("a");
        assertThat(titles(keys().urlEncodingEnabled(false).post(next))).containsExactly("a");
    }

    @Test
    void allPagesTogetherHoldEachEventOnce() {
        var posted = new ArrayList<String>();
        for (int n = 0; n < 23; n++) {
            event("n" + n, now - 60 - n % 3);
            posted.add("n" + n);
        }

        var found = new ArrayList<String>();
        for (var page = list("page[limit]=4&filter[query]=" + tag); !titles(page).isEmpty(); page = search(page(page, 4))) {
            found.addAll(titles(page));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(posted);
    }

    @ParameterizedTest
    @ValueSource(strings = { "eyJzdGFydEF0IjoiQVFBQUFYS2tMS3pPbm40NGV3QUFBQUJCV0V0clRFdDZVbG8zY3pCRmNsbHJiVmxDWlEifQ==",
            "nonsense",
            "a b", "%00" })
    void aCursorWhichIsNoneIsRefusedInTheRecordedWords(String cursor) {
        list("page[cursor]=" + cursor).then()
                .statusCode(400)
                .body(equalTo("{\"errors\":[\"input_validation_error(Field 'page' is invalid: invalid cursor)\"]}"));
    }

    @Test
    void aCursorFitsOnlyItsOwnSearch() {
        event("a", now - 60);
        var cursor = list("filter[query]=" + tag).jsonPath().getString("meta.page.after");

        list("filter[query]=" + tag + "&page[limit]=5&page[cursor]=" + cursor).then().statusCode(200);
        list("filter[query]=other&page[cursor]=" + cursor).then().statusCode(400);
        list("filter[query]=" + tag + "&sort=timestamp&page[cursor]=" + cursor).then().statusCode(400);
        keys(TestKeys.OTHER_GROUP).urlEncodingEnabled(false)
                .get(LIST + "?" + encoded("filter[query]=" + tag + "&page[cursor]=" + cursor))
                .then()
                .statusCode(400);
    }

    /** Its parts are: fingerprint of the search, from, until, direction, time, id. */
    @ParameterizedTest
    @CsvSource({ "1, zzzzzzzzzzzz", "1, ''", "1, ?", "2, -1y2p0ij32e8e7", "2, ''", "3, X", "4, 1y2p0ij32e8e7",
            "4, -zzzzzzzzzzzz", "4, ''",
            "5, x", "5, ''", "5, 99999999999999999999" })
    void aCursorChangedByHandIsRefused(int part, String value) {
        event("a", now - 60);
        var cursor = list("filter[query]=" + tag).jsonPath().getString("meta.page.after");
        var parts = new String(Base64.getUrlDecoder().decode(cursor)).split("~", -1);

        parts[part] = value;
        var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(String.join("~", parts).getBytes());

        list("filter[query]=" + tag + "&page[cursor]=" + cursor).then().statusCode(200);
        list("filter[query]=" + tag + "&page[cursor]=" + forged).then()
                .statusCode(400)
                .body("errors", contains("input_validation_error(Field 'page' is invalid: invalid cursor)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filter[query]=a:(b                         | Field 'filter.query' is invalid: column
            filter[from]=soon                          | Field 'filter.from' is invalid: must be date math
            filter[to]=2020-13-01                      | Field 'filter.to' is invalid: must be date math
            filter[from]=now&filter[to]=now-1h         | Field 'filter' is invalid: 'from' must not be after 'to'
            sort=title                                 | Field 'sort' is invalid: must be timestamp or -timestamp
            page[limit]=0                              | Field 'page.limit' is invalid: must be a whole number from 1 to 1000
            page[limit]=1001                           | Field 'page.limit' is invalid: must be a whole number from 1 to 1000
            """)
    void aParameterWhichCannotBeReadIsNamed(String query, String problem) {
        list(query).then()
                .statusCode(400)
                .contentType("application/json")
                .body("errors", contains(startsWith("input_validation_error(" + problem)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "null" })
    void aBodyMayBeEmpty(String body) {
        search(body).then().statusCode(200);
    }

    @Test
    void aTimezoneIsTaken() {
        var search = "{\"filter\":{\"query\":\"%s\",\"from\":\"now/d\",\"to\":\"now\"},\"options\":{\"timezone\":\"%s\"}}";

        search(search.formatted(tag, "Pacific/Auckland")).then().statusCode(200);
        search(search.formatted(tag, "UTC+1")).then().statusCode(200);
    }

    @Test
    void aTimeOffsetMovesTheWindow() {
        event("a", now - 3600);

        var search = "{\"filter\":{\"query\":\"" + tag + "\"},\"options\":{\"timeOffset\":-3540}}";

        assertThat(titles(search(search))).containsExactly("a");
    }

    @Test
    void bothOptionsAtOnceAreRefused() {
        search("{\"options\":{\"timezone\":\"UTC\",\"timeOffset\":0}}").then()
                .statusCode(400)
                .body("errors", contains(startsWith("input_validation_error(Field 'options' is invalid: only one of")));
    }

    /** The test strings of wire/datadog.md §8, each with the tag of this run. */
    @ParameterizedTest
    @ValueSource(strings = { "service:web* AND @http.status_code:[200 TO 299]", "source:(github OR chef)",
            "host:(i-0ade23e6 AND db.myapp.com)", "availability-zone:us-east-1a", "container_id:foo*",
            "foo:bar OR -baz:qux quux:quuz", "foo:<4.1E-4", "foo:[* TO *]", "fo\\o:bar\\:baz", "NOT *", "hello world", "*:*" })
    void everyFormOfQueryIsAnswered(String query) {
        search("{\"filter\":{\"query\":\"" + query.replace("\\", "\\\\") + "\"}}").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            disk full                  | full
            status:error               | full
            host:db-1                  | full
            source:nagios              | full
            -status:error              | calm
            @aggregation_key:disk      | full
            @evt.type:api              | full,calm
            priority:low               | calm
            env:prod OR priority:low   | full,calm
            """)
    void aQuerySelects(String query, String titles) {
        post("""
                {"title": "full", "text": "disk full", "alert_type": "error", "host": "db-1", "source_type_name": "nagios",
                 "aggregation_key": "disk", "tags": ["env:prod", "%s"]}""".formatted(tag));
        post("{\"title\": \"calm\", \"text\": \"nothing\", \"priority\": \"low\", \"tags\": [\"%s\"]}".formatted(tag));

        var found = search("{\"filter\":{\"query\":\"" + tag + " (" + query + ")\"}}");

        assertThat(titles(found)).containsExactlyInAnyOrder(titles.split(","));
    }

    @Test
    void aSearchMayBeAsLongInAnAddressAsInABody() {
        var query = "\u00FC".repeat(999) + " OR " + "\u00FC".repeat(999);

        keys().queryParam("filter[query]", query).get(LIST).then().statusCode(200).body("data", equalTo(List.of()));
    }

    @Test
    void anEventOfAnotherAccountGroupIsNotFound() {
        event("a", now - 60);

        var found = keys(TestKeys.OTHER_GROUP).urlEncodingEnabled(false).get(LIST + "?" + encoded("filter[query]=" + tag));

        assertThat(titles(found)).isEmpty();
    }

    private Response window(long from, long to) {
        return list("filter[from]=" + from + "&filter[to]=" + to + "&filter[query]=" + tag);
    }

    private String page(Response before, int limit) {
        return "{\"filter\":{\"query\":\"" + tag + "\"},\"page\":{\"limit\":" + limit + ",\"cursor\":\""
                + before.jsonPath().getString("meta.page.after") + "\"}}";
    }

    private void event(String title, long happened) {
        post("{\"title\": \"%s\", \"text\": \"b\", \"date_happened\": %d, \"tags\": [\"%s\"]}".formatted(title, happened, tag))
                .then()
                .statusCode(202);
    }

    private static List<String> titles(Response answer) {
        return answer.then().statusCode(200).extract().jsonPath().getList("data.attributes.attributes.title");
    }

    private static Response list(String query) {
        return keys().urlEncodingEnabled(false).get(LIST + "?" + encoded(query));
    }

    /** As clients do. */
    private static String encoded(String query) {
        return query.replace("[", "%5B").replace("]", "%5D").replace(" ", "%20");
    }

    private static Response search(String body) {
        return keys().contentType("application/json").body(body).post(SEARCH);
    }
}

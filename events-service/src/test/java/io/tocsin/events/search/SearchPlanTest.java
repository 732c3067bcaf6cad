package io.tocsin.events.search;

import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.receipt.EventIds;
import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Priority;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.query.EventQuery;
import io.tocsin.query.term.EventTerms;
import io.tocsin.test.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;

/** What PostgreSQL does with each form of search among 50,000 events of this week, of which 50 are what is looked for, or 2,000. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class SearchPlanTest {

    private static final Scope SCOPE = new Scope("plans", "1");
    private static final Instant NOW = Instant.now();

    /** When three weeks more have partitions, all of which a search has to look into. */
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(21));

    private static final EventContent RARE = EventContent.titled("Disk full")
            .text("on web-1")
            .happenedAt(NOW)
            .type("CUSTOM_INFO")
            .severity(Severity.ERROR)
            .priority(Priority.LOW)
            .source("nagios")
            .host("web-1")
            .entity(new Entity("HOST-1", "web-1", "HOST"))
            .tags(List.of("env:prod", "service:checkout", "urgent"))
            .aggregationKey("disk-1")
            .correlationId("c-1")
            .relatedEventId(5L)
            .attributes(Map.of("http", Map.of("status_code", 500)))
            .build();

    private static final String FEED_INDEX = "_organization_account_group_happen_idx";

    private static final String TIME_INDEX = "_happened_at_idx";

    private static final String FILL = """
            insert into event (retention, id, uid, organization, account_group, title, text, happened_at, ended_at, status, severity,
                               priority, source, host, tags, attributes, received_at, terms)
            select 'standard', %d + n, gen_random_uuid(), 'plans', '1', 'title ' || n, 'text', now() - n * interval '1 second',
                   case when n %% 10 = 0 then now() - n * interval '1 second' + interval '5 minutes' end, 'CLOSED', 'INFO',
                   'NORMAL', case when n %% 1000 = 0 then 'nagios' end,
                   case when n %% 25 = 0 then 'often' end, '{}', '{}', now(),
                   array(select (random() * 2000000000)::integer + 0 * n from generate_series(1, 20))
                   || case when n %% 1000 = 0 then '%s'::integer[] else '{}' end
                   || case when n %% 25 = 0 then array[%d] else '{}' end
              from generate_series(1, 50000) as n
            """;

    @Inject
    @ReactiveDataSource("search")
    Pool pool;

    @Inject
    TestDatabase database;

    @Inject
    EventSearch search;

    @BeforeEach
    void fillOnce() {
        if (database.number("select count(*) from event where organization = 'plans'") == 0) {
            var terms = EventTerms.of(new Event(1, new UUID(1, 1), SCOPE, NOW, RARE));
            database.execute(FILL.formatted(EventIds.floor(NOW), Arrays.toString(terms).replace('[', '{').replace(']', '}'),
                    EventTerms.ofSubjects(SCOPE, List.of(), List.of("often"))[0]));
            database.execute("vacuum analyze event");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "disk", "\"disk full\"", "message:web", "web-*", "host:WEB-1", "source:nagios", "service:checkout",
            "env:prod", "tags:urgent", "status:error", "priority:low", "@title:\"Disk full\"", "@hostname:web-1",
            "@aggregation_key:disk-1", "@correlation_id:c-1", "@evt.type:CUSTOM_INFO", "@entity.id:HOST-1",
            "@entity.name:web-1",
            "@entity.type:HOST", "@related_event_id:5", "@http.status_code:500", "disk env:prod -host:web-2",
            "disk OR env:prod", "(disk OR host:web-1) status:error", "@http.status_code:500 @http.status_code:>400" })
    void whatIsAskedForExactlyIsFoundByTheIndexOfTerms(String query) {
        assertThat(plan(selection(query))).contains("_terms_idx").doesNotContain("Seq Scan on " + partition());
        assertThat(plan(selection(query), byTerms(selection(query)))).contains("_terms_idx")
                .doesNotContain("Seq Scan on " + partition())
                .doesNotContain(FEED_INDEX)
                .doesNotContain("_pkey");
    }

    @Test
    void aSampleIsReadAlongTheFeedWhateverIsLookedForInIt() {
        assertThat(plan(selection("disk"), Stretches.whole(selection("disk")).alongTheFeed(1_000))).contains("Merge Append")
                .contains(FEED_INDEX)
                .doesNotContain("_terms_idx")
                .doesNotContain("->  Sort");
    }

    @Test
    void aTermInAShortTimeIsFoundByBothIndexes() {
        var minutes = EventSelection.between(NOW.minusSeconds(7_200), NOW.minusSeconds(3_600), EventQuery.parse(
                "source:nagios"));

        assertThat(plan(minutes, byTerms(minutes))).contains("BitmapAnd")
                .contains("_terms_idx")
                .contains(TIME_INDEX)
                .doesNotContain(FEED_INDEX);
    }

    @ParameterizedTest
    @EnumSource
    void pagesHoldWhatIsRareOnceAndInOrder(EventOrder order) {
        assertThat(pages("source:nagios", order, 20)).hasSize(50)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(inOrder(order));
    }

    /** More than one statement along the feed for each page. */
    @ParameterizedTest
    @EnumSource
    void pagesHoldWhatIsCommonOnceAndInOrder(EventOrder order) {
        assertThat(pages("host:often", order, 150)).hasSize(2_000)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(inOrder(order));
    }

    @ParameterizedTest
    @ValueSource(strings = { "*", "-disk", "*isk", "host:web*", "env:*", "_missing_:host", "@http.status_code:>400",
            "load:[1 TO 5]",
            "status:info", "timestamp:>2026-01-01", "-env:prod -disk" })
    void everythingElseGoesAlongTheFeed(String query) {
        var plan = plan(selection(query));

        assertThat(plan).contains("Merge Append")
                .contains(FEED_INDEX)
                .doesNotContain("Seq Scan on " + partition())
                .doesNotContain("->  Sort");
    }

    @Test
    void subjectsAreFoundByTheIndexOfTerms() {
        var about = selection("*").about(new Subjects(Set.of("HOST-1", "HOST-2"), Set.of("web-1"), false));

        assertThat(plan(about)).contains("_terms_idx").doesNotContain("Seq Scan on " + partition());
    }

    @Test
    void lastingEventsAreFoundByTheirEnd() {
        var lasting = EventSelection.between(NOW.minusSeconds(5_000), NOW, EventQuery.parse("*")).orLasting();

        assertThat(plan(lasting, Stretches.before(lasting))).contains("ended_at")
                .contains("Index Cond")
                .doesNotContain("Seq Scan on " + partition());
    }

    @Test
    void anIdLeadsToItsRow() {
        assertThat(plan(selection("@evt.id:" + EventIds.floor(NOW)))).contains("_pkey");
    }

    @Test
    void partitionsOfOtherTimesAreLeftAlone() {
        var past = EventSelection.between(NOW.minus(Duration.ofDays(300)), NOW.minus(Duration.ofDays(290)), EventQuery.parse(
                "*"));

        assertThat(plan(past)).doesNotContain("Scan");
    }

    @Test
    void partitionsOfTheWeeksToComeAreLeftAlone() {
        var toCome = "_" + DateTimeFormatter.ofPattern("yyyyMMdd")
                .format(NOW.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC).plusDays(7).with(DayOfWeek.MONDAY));

        assertThat(plan(selection("*"))).contains(toCome);
        assertThat(plan(selection("*"), Stretches.whole(selection("*")), Clock.systemUTC())).doesNotContain(toCome);
    }

    private static Stretch byTerms(EventSelection selection) {
        return Stretches.whole(selection).byTerms();
    }

    private static EventSelection selection(String query) {
        return EventSelection.between(NOW.minus(Duration.ofDays(7)), NOW.plusSeconds(1), EventQuery.parse(query));
    }

    private String partition() {
        return database.lines("select tableoid::regclass::text from event where organization = 'plans' limit 1").get(0);
    }

    private List<Event> pages(String query, EventOrder order, int limit) {
        var found = new ArrayList<Event>();
        for (var page = page(query, order, null, limit); !page.isEmpty(); page = page(query, order, Place.after(page.get(page
                .size() - 1)), limit)) {
            found.addAll(page);
        }
        return found;
    }

    private List<Event> page(String query, EventOrder order, Place after, int limit) {
        return await(() -> search.page(SCOPE, selection(query), order, after, limit));
    }

    private static Comparator<Event> inOrder(EventOrder order) {
        var newestFirst = Comparator.comparing((Event event) -> event.content().happenedAt()).reversed();
        return order == EventOrder.NEWEST_FIRST ? newestFirst : newestFirst.reversed();
    }

    private String plan(EventSelection selection) {
        return plan(selection, Stretches.whole(selection));
    }

    private String plan(EventSelection selection, Stretch stretch) {
        return plan(selection, stretch, LATER);
    }

    private String plan(EventSelection selection, Stretch stretch, Clock clock) {
        var where = SelectionSql.of(SCOPE, selection, stretch, clock);
        var sql = "explain (costs off) " + EventStatement.of(where, EventOrder.NEWEST_FIRST, 100, 0);
        return await(() -> pool.preparedQuery(sql).execute(where.parameters()))
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }
}

package io.tocsin.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.query.tree.Query;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The matcher and PostgreSQL must find the same events. */
class EventQuerySqlTest {

    private static final List<Event> EVENTS = new ArrayList<>();
    private static EventTable table;

    @BeforeContainer
    static void startPostgres() throws SQLException {
        table = new EventTable();
    }

    @AfterContainer
    static void stopPostgres() throws SQLException {
        table.close();
    }

    /** The table grows by one event each time, and each query is asked of all. */
    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void memoryAndPostgresAgree(@ForAll("queries") Query tree, @ForAll("events") Event event)
            throws SQLException, JsonProcessingException {
        var query = EventQuery.of(tree);
        if (EVENTS.size() < 400 && table.insert(event)) {
            EVENTS.add(event);
        }

        var found = table.find(query.toSql(RandomEvents.SCOPE, 1));

        assertThat(found)
                .as(query.toString())
                .isEqualTo(EVENTS.stream().filter(query::matches).map(Event::id).collect(Collectors.toSet()));
    }

    @Example
    void theLargestSearchesAreNoBurden() throws SQLException, JsonProcessingException {
        var event = EventQueryMatchTest.event(EventContent.titled("a".repeat(500)).text("ab".repeat(2_000)));
        table.insert(event);
        EVENTS.add(event);
        var worst = List.of(
                "a".repeat(1_000),
                "\"" + "a ".repeat(500) + "\"",
                "*" + "a*b?".repeat(9) + "c",
                "?".repeat(20) + "a".repeat(980),
                "@title:" + "*a".repeat(20) + "c",
                "@" + "a.".repeat(19) + "a:" + "b".repeat(1_000),
                "(-".repeat(50) + "a" + ")".repeat(50),
                "a OR ".repeat(499) + "*b*a*");

        for (var text : worst) {
            var query = EventQuery.parse(text);
            var started = System.nanoTime();
            var found = table.find(query.toSql(RandomEvents.SCOPE, 1));
            var took = Duration.ofNanos(System.nanoTime() - started);
            assertThat(found.contains(event.id())).as(text).isEqualTo(query.matches(event));
            assertThat(took).as(text).isLessThan(Duration.ofSeconds(5));
        }
    }

    /** 1,000 terms are indexed; an event with more is found by a term that stands for all. */
    @Example
    void anEventOfVeryManyWordsIsFoundByEachOfThem() throws SQLException, JsonProcessingException {
        var words = IntStream.range(0, 1_500).mapToObj(n -> "word" + n).collect(Collectors.joining(" "));
        var content = EventContent.titled("long").text(words).tags(List.of("many:words")).happenedAt(Instant.EPOCH).build();
        var event = new Event(8, new UUID(1, 3), RandomEvents.SCOPE, Instant.EPOCH, content);
        table.insert(event);
        EVENTS.add(event);

        assertThat(table.find(EventQuery.parse("word0 word1499 many:words").toSql(RandomEvents.SCOPE, 1))).contains(event.id());
        assertThat(table.find(EventQuery.parse("word1500").toSql(RandomEvents.SCOPE, 1))).doesNotContain(event.id());
    }

    @Example
    void everyExactConditionAsksTheIndex() {
        var exact = List.of("disk", "\"disk full\"", "web-*", "message:disk", "host:a", "source:a", "service:a", "status:error",
                "priority:low", "tags:a", "env:prod", "@title:disk", "@hostname:a", "@source_type_name:a", "@aggregation_key:a",
                "@correlation_id:a", "@evt.type:a", "@entity.id:a", "@entity.name:a", "@entity.type:a", "@related_event_id:5",
                "@status:error", "@priority:low", "@service:a", "@tags:a", "@http.status_code:200");

        assertThat(exact).allSatisfy(text -> assertThat(sql(text)).startsWith("(terms && $1::integer[] and "));
        assertThat(List.of("-disk", "*isk", "host:a*", "env:*", "@a:>5", "status:info", "timestamp:>2026-01-01", "@evt.id:5"))
                .allSatisfy(text -> assertThat(sql(text)).doesNotContain("terms"));
    }

    private static String sql(String query) {
        return EventQuery.parse(query).toSql(RandomEvents.SCOPE, 1).text();
    }

    @Example
    void valuesNeverStandInTheText() {
        var sql = EventQuery.parse("a \"b'; drop table event\" env:'x' @a.b:>5 -host:y").toSql(RandomEvents.SCOPE, 4);

        assertThat(sql.text()).doesNotContain("drop", "'x'", "> 5")
                .startsWith("((terms && $4::integer[] and (title ~ $5::text or text ~ $6::text)) and ");
        assertThat(sql.parameters()).contains("env:'x'", "5", "y");
    }

    @Provide
    Arbitrary<Query> queries() {
        return RandomQueries.any();
    }

    @Provide
    Arbitrary<Event> events() {
        return RandomEvents.any();
    }
}

package io.tocsin.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

        var found = table.find(query.toSql(1));

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
            var found = table.find(query.toSql(1));
            var took = Duration.ofNanos(System.nanoTime() - started);
            assertThat(found.contains(event.id())).as(text).isEqualTo(query.matches(event));
            assertThat(took).as(text).isLessThan(Duration.ofSeconds(5));

        }
    }

    @Example
    void valuesNeverStandInTheText() {
        var sql = EventQuery.parse("a \"b'; drop table event\" env:'x' @a.b:>5 -host:y").toSql(4);

        assertThat(sql.text()).doesNotContain("drop", "'x'", "> 5").startsWith("((title ~ $4::text or text ~ $5::text) and ");
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

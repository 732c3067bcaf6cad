package io.tocsin.alerts.evaluation;

import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.AnEvent;
import io.tocsin.alerts.EventsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.alerts.evaluation.ReferenceEvaluator.Source;
import io.tocsin.alerts.evaluation.ReferenceEvaluator.Told;
import io.tocsin.model.Event;
import io.tocsin.model.Severity;
import io.tocsin.test.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Random sequences of events, delivered in random ways, lead to the alerts of {@link ReferenceEvaluator}. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class ReferenceTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LAST = Duration.ofSeconds(10);

    @Inject
    EventsService events;

    @Inject
    Alerts alerts;

    @Inject
    Clearing clearing;

    @Inject
    SettableClock clock;

    @Inject
    Pool pool;

    @BeforeEach
    void noOtherRules() {
        Alerts.removeAllRules();
    }

    /** What a rule asks for, twice: for Tocsin and for the reference. */
    record Asked(String rollup, String by, String threshold, Function<Event, String> source, Function<Event, String> counted,
            IntPredicate violates) {

        String expression(String eventSource) {
            return "events(\"source:%s\").rollup(%s)%s.last(\"10s\") %s".formatted(eventSource, rollup, by, threshold);
        }

        @Override
        public String toString() {
            return rollup + by + " " + threshold;
        }
    }

    static List<Asked> asked() {
        Function<Event, String> all = event -> "all events";
        Function<Event, String> host = event -> event.content().host() == null ? "N/A" : event.content().host();
        Function<Event, String> each = event -> Long.toString(event.id());
        return List.of(
                new Asked("\"count\"", "", ">= 1", all, each, number -> number >= 1),
                new Asked("\"count\"", "", ">= 3", all, each, number -> number >= 3),
                new Asked("\"count\"", ".by(\"host\")", "> 0", host, each, number -> number > 0),
                new Asked("\"count\"", ".by(\"host\")", ">= 2", host, each, number -> number >= 2),
                new Asked("\"cardinality\", \"@aggregation_key\"", "", ">= 2", all,
                        event -> event.content().aggregationKey(), number -> number >= 2));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void theAlertsAreThoseOfTheReferenceHoweverTheEventsAreBatchedAndRepeated(Asked asked) {
        for (int seed = 0; seed < 6; seed++) {
            var random = new Random(seed);
            var source = "test-" + UUID.randomUUID();
            var rule = alerts.rule(asked.expression(source));
            var sequence = sequence(random, source, asked);
            clock.set(START.plusSeconds(3_600));

            deliverInBatches(sequence, random);

            assertThat(alertsOf(rule)).as("seed %d", seed).isEqualTo(reference(asked).alertsOf(sequence));
            Alerts.caller().delete("/v7/alerts/rules/" + rule).then().statusCode(204);
        }
    }

    @ParameterizedTest
    @MethodSource("asked")
    void theAlertsAreTheSameWhenTheClockGoesAlong(Asked asked) {
        for (int seed = 100; seed < 103; seed++) {
            var random = new Random(seed);
            var source = "test-" + UUID.randomUUID();
            var rule = alerts.rule(asked.expression(source));
            var sequence = sequence(random, source, asked);

            deliverAsTheyCome(sequence, random);

            assertThat(alertsOf(rule)).as("seed %d", seed).isEqualTo(reference(asked).alertsOf(sequence));
            Alerts.caller().delete("/v7/alerts/rules/" + rule).then().statusCode(204);
        }
    }

    @ParameterizedTest
    @MethodSource("asked")
    void whateverTheOrderOfArrivalNoViolationIsLost(Asked asked) {
        for (int seed = 200; seed < 203; seed++) {
            var random = new Random(seed);
            var source = "test-" + UUID.randomUUID();
            var rule = alerts.rule(asked.expression(source));
            var sequence = sequence(random, source, asked);
            clock.set(START.plusSeconds(3_600));

            deliverInBatches(shuffledByKey(sequence, random), random);

            var told = alertsOf(rule);
            assertThat(reference(asked).alertsOf(sequence)).as("seed %d", seed)
                    .allMatch(wanted -> cover(told, wanted));
            Alerts.caller().delete("/v7/alerts/rules/" + rule).then().statusCode(204);
        }
    }

    /** Whether somebody was told of all of it; late events may make two alerts of what should have been one. */
    private static boolean cover(List<Told> told, Told wanted) {
        var open = wanted.start();
        for (var alert : told) {
            if (!alert.start().isAfter(open) && alert.end().isAfter(open)) {
                open = alert.end();
            }
        }
        return !open.isBefore(wanted.end());
    }

    private static ReferenceEvaluator reference(Asked asked) {
        return new ReferenceEvaluator(LAST, asked.source(), asked.counted(), asked.violates());
    }

    /** Times on a coarse grid, so that many things happen at one instant. */
    private static List<Event> sequence(Random random, String source, Asked asked) {
        var sequence = new ArrayList<Event>();
        long seconds = 0;
        for (int i = 0; i < 25; i++) {
            seconds += random.nextInt(3) == 0 ? random.nextInt(14) : random.nextInt(3);
            var key = asked.rollup().contains("key") || random.nextInt(4) > 0 ? "key-" + source + random.nextInt(3) : null;
            sequence.add(AnEvent.anEvent()
                    .of(source)
                    .on(random.nextInt(5) == 0 ? null : "host-" + random.nextInt(2))
                    .keyed(key)
                    .saying(key != null && random.nextInt(5) == 0 ? Severity.SUCCESS : Severity.ERROR)
                    .at(START.plusSeconds(seconds)));
        }
        return sequence;
    }

    /** In their order, cut anywhere; some batches come again, whole or in part. */
    private void deliverInBatches(List<Event> sequence, Random random) {
        int from = 0;
        while (from < sequence.size()) {
            int to = Math.min(sequence.size(), from + 1 + random.nextInt(8));
            events.deliver(sequence.subList(from, to));
            if (random.nextInt(3) == 0) {
                events.deliver(sequence.subList(random.nextInt(to), to));
            }
            from = to;
        }
    }

    /** Up to two seconds late, which is how long an alert waits before it clears. */
    private void deliverAsTheyCome(List<Event> sequence, Random random) {
        int from = 0;
        while (from < sequence.size()) {
            int to = Math.min(sequence.size(), from + 1 + random.nextInt(3));
            var first = sequence.get(from).receivedAt();
            while (to > from + 1 && sequence.get(to - 1).receivedAt().isAfter(first.plusSeconds(1))) {
                to--;
            }
            clock.set(sequence.get(to - 1).receivedAt().plusMillis(random.nextInt(900)));
            await(clearing::clearDue);
            events.deliver(sequence.subList(from, to));
            from = to;
        }
        clock.set(START.plusSeconds(3_600));
        await(clearing::clearDue);
    }

    /** As lanes deliver: the events of one key stay in order, all else may change places. */
    private static List<Event> shuffledByKey(List<Event> sequence, Random random) {
        var lanes = new TreeMap<String, List<Event>>();
        sequence.forEach(event -> lanes.computeIfAbsent(lane(event), any -> new ArrayList<>()).add(event));
        var queues = new ArrayList<>(lanes.values().stream().map(ArrayList::new).toList());
        var shuffled = new ArrayList<Event>();
        while (!queues.isEmpty()) {
            Collections.shuffle(queues, random);
            shuffled.add(queues.get(0).remove(0));
            queues.removeIf(List::isEmpty);
        }
        return shuffled;
    }

    private static String lane(Event event) {
        return event.content().aggregationKey() == null ? "" + event.id() : event.content().aggregationKey();
    }

    private List<Told> alertsOf(String rule) {
        var byAlert = new TreeMap<String, Told>();
        await(() -> pool.preparedQuery("""
                select a.id, a.started_at, a.ended_at, s.source, s.started_at as since, s.until, s.number_at_start, s.number_at_end
                  from alert a
                  join alert_source s on s.alert_id = a.id
                 where a.rule_id = $1
                """).execute(Tuple.of(Long.parseLong(rule)))).forEach(row -> {
            var alert = byAlert.computeIfAbsent(row.getUUID("id").toString(), any -> new Told(
                    row.getOffsetDateTime("started_at").toInstant(), row.getOffsetDateTime("ended_at").toInstant(),
                    new TreeMap<>()));
            alert.sources()
                    .put(row.getString("source"), new Source(row.getOffsetDateTime("since").toInstant(),
                            row.getOffsetDateTime("until").toInstant(), row.getInteger("number_at_start"),
                            row.getInteger("number_at_end")));
        });
        return byAlert.values()
                .stream()
                .sorted(Comparator.comparing(Told::start).thenComparing(Told::end))
                .map(told -> new Told(told.start(), told.end(), Map.copyOf(told.sources())))
                .toList();
    }
}

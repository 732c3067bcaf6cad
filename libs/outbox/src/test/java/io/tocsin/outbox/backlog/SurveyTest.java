package io.tocsin.outbox.backlog;

import static io.tocsin.outbox.World.FIRST;
import static io.tocsin.outbox.World.SECOND;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.outbox.Diary;
import io.tocsin.outbox.SteppedClock;
import io.tocsin.outbox.WithOutbox;
import io.tocsin.outbox.World;
import io.tocsin.outbox.relay.Relay;

@QuarkusTest
@WithOutbox
class SurveyTest {

    @Inject
    World world;
    @Inject
    Diary diary;
    @Inject
    Survey survey;
    @Inject
    Relay relay;
    @Inject
    MeterRegistry registry;
    @Inject
    SteppedClock clock;

    @BeforeEach
    void start() {
        world.reset();
    }

    private double gauge(String name, String destination) {
        await(survey::measure);
        return registry.get(name).tag("destination", destination).gauge().value();
    }

    private double counted(String what) {
        return registry.find("tocsin.outbox.messages." + what)
                .tag("destination", SECOND)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void theGaugesShowWhatWaits() {
        world.send("unknown-service", "gauge", 1, 2);
        clock.step(Duration.ofMinutes(1));

        assertThat(gauge("tocsin.outbox.depth", "unknown-service")).isEqualTo(2);
        assertThat(gauge("tocsin.outbox.depth", FIRST)).isZero();
        assertThat(gauge("tocsin.outbox.backlog.age", "unknown-service")).isBetween(60.0, 90.0);
    }

    @Test
    void ofManyTheFirstAreCountedAndTheRestIsEstimated() {
        world.send("unknown-service", "many", IntStream.range(0, 1_000).boxed().toArray());
        world.send("unknown-service", "another lane", 1, 2);
        world.send("another-unknown-service", "few", 1);

        assertThat(gauge("tocsin.outbox.depth", "unknown-service")).isEqualTo(1_002);
        assertThat(gauge("tocsin.outbox.depth", "another-unknown-service")).isEqualTo(1);
    }

    @Test
    void aDestinationWithoutAnAddressIsNamedWithTheKeyToSet() {
        var lines = new ArrayList<String>();
        var handler = new Lines(lines);
        var logger = Logger.getLogger(Survey.class.getName());
        world.send("unknown-service", "lost?", 1, 2);
        logger.addHandler(handler);

        await(survey::remind);
        logger.removeHandler(handler);

        assertThat(lines).singleElement()
                .asString()
                .startsWith("outbox: 2 messages wait for unknown-service since")
                .endsWith("set tocsin.outbox.destinations.unknown-service");
        assertThat(world.count("outbox")).isEqualTo(2);
    }

    @Test
    void whatWasAppendedIsDeliveredOrSetAsideOrStillThere() {
        var before = counted("appended") - counted("delivered") - counted("set.aside");
        diary.refuse("2");
        world.send(SECOND, "equation", 1, 2);
        world.send(SECOND, "equation 2", 3, 4);

        await(relay::runOnce);

        var after = counted("appended") - counted("delivered") - counted("set.aside");
        assertThat(after - before).isEqualTo(gauge("tocsin.outbox.depth", SECOND)).isEqualTo(1);
    }

    private static final class Lines extends Handler {

        private final List<String> lines;

        Lines(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(((ExtLogRecord) line).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

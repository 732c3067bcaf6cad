package io.tocsin.outbox.backlog;

import static io.tocsin.outbox.World.FIRST;
import static io.tocsin.outbox.World.SECOND;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

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
    void whatWasAppendedIsDeliveredOrSetAsideOrStillThere() {
        var before = counted("appended") - counted("delivered") - counted("set.aside");
        diary.refuse("2");
        world.send(SECOND, "equation", 1, 2);
        world.send(SECOND, "equation 2", 3, 4);

        await(relay::runOnce);

        var after = counted("appended") - counted("delivered") - counted("set.aside");
        assertThat(after - before).isEqualTo(gauge("tocsin.outbox.depth", SECOND)).isEqualTo(1);
    }
}

package io.tocsin.outbox.inbox;

import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.model.TimeOrderedId;
import io.tocsin.outbox.SteppedClock;
import io.tocsin.outbox.WithOutbox;
import io.tocsin.outbox.World;

@QuarkusTest
@WithOutbox
class InboxJanitorTest {

    private static final Duration OLD = Duration.ofDays(9);
    private static final Duration YOUNG = Duration.ofDays(7);

    @Inject
    World world;
    @Inject
    InboxJanitor janitor;
    @Inject
    SteppedClock clock;

    @BeforeEach
    void start() {
        world.reset();
    }

    private Instant ago(Duration age) {
        return clock.instant().minus(age);
    }

    private void remember(Duration made, Duration received) {
        world.sql("insert into inbox values ('%s', '%s')".formatted(TimeOrderedId.at(ago(made)), ago(received)));
    }

    @Test
    void onlyWhatWasMadeAndReceivedLongAgoIsForgotten() {
        remember(OLD, OLD);
        remember(OLD, YOUNG);
        remember(YOUNG, YOUNG);

        await(janitor::sweep);

        assertThat(world.count("inbox")).isEqualTo(2);
        assertThat(world.count("inbox where received_at < '" + ago(Duration.ofDays(8)) + "'")).isZero();
    }

    @Test
    void moreThanOneChunkIsForgottenInOneGo() {
        world.sql("insert into inbox select uuidv7(interval '-9 days'), '%s' from generate_series(1, 12000)".formatted(ago(
                OLD)));

        await(janitor::sweep);

        assertThat(world.count("inbox")).isZero();
    }
}

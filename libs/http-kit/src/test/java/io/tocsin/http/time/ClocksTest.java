package io.tocsin.http.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ClocksTest {

    @Test
    void everyTimeIsOneThatPostgresCanKeep() {
        var times = Stream.generate(new Clocks().utc()::instant).limit(1000);

        assertThat(times).allMatch(time -> time.equals(time.truncatedTo(ChronoUnit.MICROS)));
    }

    @Test
    void bothOfItsTimesAreTheTimeOfDay() {
        var clock = new Clocks().utc();

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
        assertThat(Instant.ofEpochMilli(clock.millis())).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
    }
}

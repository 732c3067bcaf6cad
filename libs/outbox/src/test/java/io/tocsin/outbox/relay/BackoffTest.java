package io.tocsin.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({ "1,500,1000", "2,1000,2000", "5,8000,16000", "6,15000,30000", "1000000,15000,30000" })
    void pausesDoubleUpToTheLimitAndAreSpread(int failures, long least, long most) {
        var random = new Random(1);

        var pauses = random.ints(200).mapToObj(ignored -> backoff.after(failures, random)).map(Duration::toMillis).toList();

        assertThat(pauses).allMatch(pause -> pause >= least && pause <= most);
        assertThat(pauses.stream().distinct().count()).isGreaterThan(50);
    }
}

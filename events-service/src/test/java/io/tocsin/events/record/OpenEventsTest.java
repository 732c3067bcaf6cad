package io.tocsin.events.record;

import static io.tocsin.events.TestKeys.SCOPE;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventStatus;
import io.tocsin.model.Scope;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class OpenEventsTest {

    @Inject
    OpenEvents open;

    @Inject
    TestDatabase database;

    private final String key = UUID.randomUUID().toString();
    private final Instant now = Instant.now();

    @Test
    void whatIsReportedAgainBeforeItsEndIsOneEventAndOneMessage() {
        var first = report(key, "first", Duration.ofMinutes(5));

        var second = report(key, "second", Duration.ofMinutes(10));

        assertThat(second).isEqualTo(first).containsExactly("first");
        assertThat(events()).isOne();
        assertThat(database.messages(key)).isOne();
        assertThat(database.number(
                "select extract(epoch from ended_at - happened_at)::bigint from event where aggregation_key = ?",
                key)).isEqualTo(600);
    }

    @Test
    void afterItsEndItIsAnother() {
        report(key, "first", Duration.ofMillis(-1));

        var second = report(key, "second", Duration.ofMinutes(5));

        assertThat(second).containsExactly("second");
        assertThat(events()).isEqualTo(2);
        assertThat(database.messages(key)).isEqualTo(2);
    }

    @Test
    void anotherAccountGroupHasEventsOfItsOwn() {
        report(key, "first", Duration.ofMinutes(5));

        var others = await(() -> open.report(new Scope("acme", "12"), List.of(lasting(key, "second", Duration.ofMinutes(5)))));

        assertThat(others).containsExactly("second");
    }

    @Test
    void reportsOfManyKeysInAnyOrderNeitherWaitForEachOtherNorOpenTwo() {
        var keys = IntStream.range(0, 5).mapToObj(n -> key + n).toList();
        var backwards = IntStream.range(0, 5).mapToObj(n -> key + (4 - n)).toList();

        var reports = IntStream.range(0, 60)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> await(() -> open.report(SCOPE,
                        (n % 2 == 0 ? keys : backwards).stream()
                                .map(each -> lasting(each, each + "-" + n, Duration.ofMinutes(5)))
                                .toList()))))
                .toList();
        var first = reports.get(0).join();

        assertThat(reports.stream().map(CompletableFuture::join).map(List::stream).map(ids -> ids.sorted().toList()).distinct())
                .containsExactly(first.stream().sorted().toList());
        assertThat(database.number("select count(*) from event where aggregation_key like ? || '%'", key)).isEqualTo(5);
    }

    @Test
    void whatMayNotLastThatLongIsRefusedAsAWhole() {
        assertThatThrownBy(() -> await(() -> open.report(SCOPE, List.of(lasting(key, "a", Duration.ofMinutes(5)),
                lasting(key + "b", "b", Duration.ofDays(40)))))).isInstanceOf(EventRefused.class);

        assertThat(events()).isZero();
    }

    private List<String> report(String aggregationKey, String correlationId, Duration lasts) {
        return await(() -> open.report(SCOPE, List.of(lasting(aggregationKey, correlationId, lasts))));
    }

    private EventContent lasting(String aggregationKey, String correlationId, Duration lasts) {
        return EventContent.titled("t")
                .happenedAt(now)
                .endedAt(now.plus(lasts))
                .status(EventStatus.OPEN)
                .aggregationKey(aggregationKey)
                .correlationId(correlationId)
                .tags(List.of(key))
                .build();
    }

    private long events() {
        return database.number("select count(*) from event where aggregation_key = ?", key);
    }
}

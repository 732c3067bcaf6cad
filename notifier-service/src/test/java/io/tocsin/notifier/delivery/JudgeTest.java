package io.tocsin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.tocsin.notifier.delivery.DeliveryState.Dead;
import io.tocsin.notifier.delivery.DeliveryState.Deferred;
import io.tocsin.notifier.delivery.DeliveryState.Refused;
import io.tocsin.notifier.delivery.Outcome.ChannelDown;
import io.tocsin.notifier.delivery.Outcome.TryAgain;
import io.tocsin.test.StandingClock;

class JudgeTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Reply BUSY = new Reply(451, "4.3.0", "451 4.3.0 Busy");
    private static final Reply LOGIN = new Reply(535, "5.7.8", "535 5.7.8 Bad credentials");

    private final StandingClock clock = new StandingClock(START);
    private final DispatchConfig config = RetryScheduleTest.config();
    private final Channels channels = new Channels(clock, config);
    private final Channel channel = channels.of(Channels.EMAIL);
    private final Judge judge = new Judge(new RetrySchedule(config), channels, clock);

    @Test
    void aDeliveryIsTriedForFiveDaysAndThenGivenUp() {
        clock.set(START.plus(Duration.ofDays(5)).minusMillis(1));
        var before = judge.settle(claimed(), new TryAgain(Stage.RCPT, BUSY));
        clock.set(START.plus(Duration.ofDays(5)));
        var after = judge.settle(claimed(), new TryAgain(Stage.RCPT, BUSY));

        assertThat(before.state()).isEqualTo(new Deferred(START.plus(Duration.ofDays(5))));
        assertThat(after.state()).isEqualTo(new Dead(START.plus(Duration.ofDays(5))));
    }

    @Test
    void theFiveDaysOfAResentDeliveryBeginAnew() {
        clock.set(START.plus(Duration.ofDays(5)));

        var settlement = judge.settle(TestClaims.aDelivery().since(clock.instant()).claimed(), new TryAgain(Stage.RCPT, BUSY));

        assertThat(settlement.state()).isInstanceOf(Deferred.class);
    }

    @Test
    void aPausedChannelStopsNoOther() {
        judge.settle(claimed(), new ChannelDown(Stage.LOGIN, LOGIN, true));

        assertThat(channels.of("webhook").admits(8, 0)).isEqualTo(8);
    }

    @Test
    void aRefusalIsFinal() {
        var settlement = judge.settle(claimed(), new Outcome.Refused(Stage.RCPT, new Reply(550, "5.1.1", "550 5.1.1 Gone")));

        assertThat(settlement.state()).isEqualTo(new Refused(START));
    }

    @Test
    void aRefusedLoginStopsAllUntilOneDeliveryHasTriedAgain() {
        var settlement = judge.settle(claimed(), new ChannelDown(Stage.LOGIN, LOGIN, true));

        var pause = channel.pause().orElseThrow();
        assertThat(settlement.state()).isEqualTo(new Deferred(pause.until()));
        assertThat(channel.admits(8, 0)).isZero();
        clock.set(pause.until());
        assertThat(channel.admits(8, 1)).isZero();
        assertThat(channel.admits(8, 0)).isEqualTo(1);
    }

    @Test
    void pausesOfTheChannelGrowByTriesAndNotByDeliveriesThatWereUnderWay() {
        var down = new ChannelDown(Stage.LOGIN, LOGIN, true);

        channel.failed(down);
        channel.failed(down);
        var first = channel.pause().orElseThrow();
        clock.set(first.until());
        channel.failed(down);
        var second = channel.pause().orElseThrow();

        assertThat(first.length()).isEqualTo(config.channelPause());
        assertThat(second.length()).isEqualTo(config.channelPause().multipliedBy(2));
        assertThat(second.since()).isEqualTo(START);
    }

    @Test
    void anyAnswerAboutAMailOpensTheChannelAgain() {
        channel.failed(new ChannelDown(Stage.CONNECT, LOGIN, false));

        judge.settle(claimed(), new TryAgain(Stage.RCPT, BUSY));

        assertThat(channel.pause()).isEmpty();
        assertThat(channel.admits(8, 3)).isEqualTo(8);
    }

    private static Claimed claimed() {
        return TestClaims.aDelivery().since(START).claimed();
    }
}

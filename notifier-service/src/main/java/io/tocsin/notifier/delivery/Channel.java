package io.tocsin.notifier.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.quarkus.logging.Log;
import io.tocsin.notifier.delivery.Outcome.ChannelDown;

/**
 * Whether it makes sense to send anything now. When the mail server cannot be reached or refuses this service, sending stops for
 * everybody; after a pause one delivery goes ahead, and when it gets an answer of its own the others follow.
 */
public class Channel {

    private final String name;
    private final Clock clock;
    private final Duration firstPause;
    private final Duration longestPause;
    private Pause pause;

    Channel(String name, Clock clock, DispatchConfig config) {
        this.name = name;
        this.clock = clock;
        this.firstPause = config.channelPause();
        this.longestPause = config.longestChannelPause();
    }

    /**
     * @param since when the trouble began
     * @param until when the next delivery tries
     * @param reason what the mail server said, or why it said nothing
     */
    public record Pause(Instant since, Instant until, Duration length, String reason, boolean needsOperator) {}

    /** The pause which lasts now, empty while mails go out. */
    public synchronized Optional<Pause> pause() {
        return Optional.ofNullable(pause);
    }

    /** How many deliveries may begin, of so many that could. */
    synchronized int admits(int free, int underWay) {
        if (pause == null) {
            return free;
        }
        return underWay == 0 && !clock.instant().isBefore(pause.until()) ? 1 : 0;
    }

    /** What becomes of a delivery whose turn comes in the middle of a pause; empty when it may try. */
    synchronized Optional<ChannelDown> objection() {
        return pause == null || !clock.instant().isBefore(pause.until())
                ? Optional.empty()
                : Optional.of(new ChannelDown(Stage.CONNECT, Reply.none("not tried, the channel is paused: " + pause.reason()),
                        pause.needsOperator()));
    }

    /** Somebody got an answer about a mail: the channel works. */
    synchronized void works() {
        if (pause != null) {
            Log.infof("%s channel: works again after %s", name, Duration.between(pause.since(), clock.instant()));
            pause = null;
        }
    }

    /** Returns when to try again. Deliveries which were already on their way when the pause began do not lengthen it. */
    synchronized Instant failed(ChannelDown failure) {
        var now = clock.instant();
        if (pause == null || !now.isBefore(pause.until())) {
            pause = next(failure, now);
            announce(pause);
        }
        return pause.until();
    }

    private Pause next(ChannelDown failure, Instant now) {
        var length = pause == null ? firstPause : shorter(pause.length().multipliedBy(2), longestPause);
        var since = pause == null ? now : pause.since();
        var reason = failure.stage().word() + ": " + failure.reply().text();
        return new Pause(since, now.plus(RetrySchedule.jittered(length)).truncatedTo(ChronoUnit.MILLIS), length, reason, failure
                .needsOperator());
    }

    private void announce(Pause pause) {
        if (pause.needsOperator()) {
            Log.errorf("%s channel: PAUSED, nothing can be sent until the server or tocsin.notifier.* is put right;"
                    + " next try at %s; the server said at %s", name, pause.until(), pause.reason());
        } else {
            Log.warnf("%s channel: paused until %s; %s", name, pause.until(), pause.reason());
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

package io.tocsin.notifier.delivery;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

/** Decides what becomes of a delivery after an attempt, and of its channel. */
@ApplicationScoped
class Judge {

    private final RetrySchedule schedule;
    private final Channels channels;
    private final Clock clock;

    Judge(RetrySchedule schedule, Channels channels, Clock clock) {
        this.schedule = schedule;
        this.channels = channels;
        this.clock = clock;
    }

    Settlement settle(Claimed delivery, Outcome outcome) {
        var now = clock.instant();
        return new Settlement(delivery, stateAfter(delivery, outcome, now), outcome, now);
    }

    private DeliveryState stateAfter(Claimed delivery, Outcome outcome, Instant now) {
        var sending = delivery.state();
        var channel = channels.of(delivery.channel());
        if (outcome instanceof Outcome.ChannelDown down) {
            return deferredUnlessOver(delivery, now, schedule.noLaterThanLast(channel.failed(down), delivery.triedSince()));
        }
        if (outcome instanceof Outcome.Unsendable) {
            return sending.dead(now);
        }
        if (outcome instanceof Outcome.Suppressed) {
            return sending.suppressed(now);
        }
        channel.works();
        if (outcome instanceof Outcome.TryAgain again) {
            return deferredUnlessOver(delivery, now, later(
                    schedule.next(delivery.tries(), delivery.triedSince(), now),
                    schedule.noLaterThanLast(now.plus(again.pause()), delivery.triedSince())));
        }
        return outcome instanceof Outcome.Refused ? sending.refused(now) : sending.delivered(now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private DeliveryState deferredUnlessOver(Claimed delivery, Instant now, Instant next) {
        return schedule.isOver(delivery.triedSince(), now) ? delivery.state().dead(now) : delivery.state().deferred(next);
    }
}

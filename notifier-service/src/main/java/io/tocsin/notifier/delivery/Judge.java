package io.tocsin.notifier.delivery;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.tocsin.notifier.smtp.Outcome;

/** Decides what becomes of a delivery after an attempt, and of the channel. */
@ApplicationScoped
class Judge {

    private final RetrySchedule schedule;
    private final Channel channel;
    private final Clock clock;

    Judge(RetrySchedule schedule, Channel channel, Clock clock) {
        this.schedule = schedule;
        this.channel = channel;
        this.clock = clock;
    }

    Settlement settle(Claimed delivery, Outcome outcome) {
        var now = clock.instant();
        return new Settlement(stateAfter(delivery, outcome, now), outcome, now);
    }

    private DeliveryState stateAfter(Claimed delivery, Outcome outcome, Instant now) {
        var sending = delivery.state();
        if (outcome instanceof Outcome.ChannelDown down) {
            return deferredUnlessOver(delivery, now, schedule.noLaterThanLast(channel.failed(down), delivery.createdAt()));
        }
        if (outcome instanceof Outcome.Unsendable) {
            return sending.dead(now);
        }
        channel.works();
        if (outcome instanceof Outcome.TryAgain) {
            return deferredUnlessOver(delivery, now, schedule.next(delivery.number(), delivery.createdAt(), now));
        }
        return outcome instanceof Outcome.Refused ? sending.refused(now) : sending.delivered(now);
    }

    private DeliveryState deferredUnlessOver(Claimed delivery, Instant now, Instant next) {
        return schedule.isOver(delivery.createdAt(), now) ? delivery.state().dead(now) : delivery.state().deferred(next);
    }
}

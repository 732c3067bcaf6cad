package io.tocsin.notifier.delivery;

import java.time.Instant;

/** What an attempt led to, and when. */
record Settlement(DeliveryState state, Outcome outcome, Instant at) {

    /** The attempt's outcome, as it is stored and shown. */
    String word() {
        if (outcome instanceof Outcome.Delivered) {
            return "delivered";
        }
        if (outcome instanceof Outcome.TryAgain) {
            return "deferred";
        }
        if (outcome instanceof Outcome.Refused) {
            return "refused";
        }
        if (outcome instanceof Outcome.Suppressed) {
            return "suppressed";
        }
        return outcome instanceof Outcome.ChannelDown ? "channel-down" : "unsendable";
    }
}

package io.tocsin.notifier.delivery;

import java.time.Instant;

/** What an attempt led to, and when. */
record Settlement(Claimed delivery, DeliveryState state, Outcome outcome, Instant at) {

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

    /** Null when there was no conversation. */
    String stage() {
        return outcome.stage() == null ? null : outcome.stage().word();
    }

    /** Null when no reply came. */
    Integer replyCode() {
        return outcome.reply().code() == 0 ? null : (Integer) outcome.reply().code();
    }
}

package io.tocsin.outbox.relay;

import io.quarkus.logging.Log;
import io.tocsin.outbox.OutboxMeters;
import io.tocsin.outbox.relay.Settlement.Refused;

/**
 * What the relay tells about one destination: counts, and for people the beginning and the end of a trouble, in between
 * less and less often.
 */
final class Reports {

    private static final int OFTEN_ENOUGH = 64;

    private final String destination;
    private final OutboxMeters meters;
    private int troubles;

    Reports(String destination, OutboxMeters meters) {
        this.destination = destination;
        this.meters = meters;
    }

    void replied(Reply reply) {
        if (reply instanceof Reply.Failed failed) {
            trouble(failed.error());
        } else if (troubles > 0) {
            Log.infof("outbox relay: destination=%s works again after %d failures", destination, troubles);
            troubles = 0;
        }
    }

    /** @param error what happened, and what to do where a person can do something */
    void trouble(String error) {
        troubles++;
        if (Integer.bitCount(troubles) == 1 || troubles % OFTEN_ENOUGH == 0) {
            Log.warnf("outbox relay: destination=%s failures=%d nothing is lost, it is tried again: %s", destination, troubles,
                    error);
        }
    }

    void settled(Claim sent, Settlement settlement, Settled settled) {
        meters.delivered(destination, settled.delivered());
        meters.retried(destination, settled.retried());
        meters.setAside(destination, settled.setAside());
        if (settled.lanes() == 0) {
            Log.warnf("outbox relay: destination=%s messages=%d took longer than their lease, another replica repeats them; is "
                    + "tocsin.outbox.relay.lease longer than tocsin.outbox.relay.timeout?", destination, sent.rows().size());
        } else if (settled.setAside() > 0) {
            settlement.setAside().forEach(this::setAside);
        }
    }

    private void setAside(Refused refused) {
        var message = refused.row().message();
        Log.errorf("outbox relay: destination=%s id=%s type=%s subject=%s attempts=%d set aside, see GET /outbox/set-aside: %s",
                destination, message.id(), message.type(), message.subject(), refused.attempts(), refused.error());
    }
}

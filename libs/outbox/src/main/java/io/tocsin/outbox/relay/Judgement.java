package io.tocsin.outbox.relay;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Singleton;

import io.tocsin.outbox.RelayConfig;
import io.tocsin.outbox.relay.Reply.Broken;
import io.tocsin.outbox.relay.Reply.Judged;
import io.tocsin.outbox.relay.Reply.Unavailable;
import io.tocsin.outbox.relay.Settlement.Refused;
import io.tocsin.outbox.wire.Verdict;

/** Decides what becomes of the messages of a request, and how its destination is treated from now on. */
@Singleton
class Judgement {

    private final RelayConfig config;
    private final Backoff backoff;
    private final Clock clock;

    Judgement(RelayConfig config, Clock clock) {
        this.config = config;
        this.backoff = new Backoff(config.messageBackoff(), config.maxMessageBackoff());
        this.clock = clock;
    }

    Pace newPace() {
        return new Pace(new Backoff(config.backoff(), config.maxBackoff()), config.batchSize(), clock);
    }

    Settlement of(Claim sent, Reply reply, Pace pace) {
        var settlement = new Settlement();
        if (reply instanceof Judged judged) {
            sent.rows().forEach(row -> judge(row, judged.verdicts().get(row.message().id()), settlement));
            pace.succeeded();
        } else if (reply instanceof Unavailable unavailable) {
            pace.unavailable(unavailable.retryAfter());
        } else if (reply instanceof Broken broken) {
            blameWhoIsAlone(sent, broken.error(), pace, settlement);
            pace.broken(sent.rows().size());
        }
        return settlement;
    }

    private void judge(Claimed row, Verdict verdict, Settlement settlement) {
        if (verdict == null) {
            settlement.refused(refused(row, "its destination gave no verdict", false));
            return;
        }
        switch (verdict.outcome()) {
            case ACCEPTED -> settlement.delivered(row);
            case REJECTED, FAILED -> settlement.refused(refused(row, verdict.outcome() + ": " + verdict.reason(), false));
            case DEFERRED -> {
            }
        }
    }

    /**
     * Alone, a message which fails while others pass has used up an attempt. While all fail it only makes room for
     * another one, so that a destination which is down costs nobody an attempt.
     */
    private void blameWhoIsAlone(Claim sent, String error, Pace pace, Settlement settlement) {
        if (sent.rows().size() == 1) {
            var row = sent.rows().get(0);
            settlement.refused(pace.isHealthy() && row.alone() ? refused(row, error, true) : postponed(row, error));
        }
    }

    private Refused refused(Claimed row, String error, boolean alone) {
        var used = row.attempts() + 1;
        var dueAt = used < config.attempts() ? clock.instant().plus(backoff.after(used, ThreadLocalRandom.current())) : null;
        return new Refused(row, used, dueAt, alone, error);
    }

    private Refused postponed(Claimed row, String error) {
        var dueAt = clock.instant().plus(backoff.after(1, ThreadLocalRandom.current()));
        return new Refused(row, row.attempts(), dueAt, true, error);
    }
}

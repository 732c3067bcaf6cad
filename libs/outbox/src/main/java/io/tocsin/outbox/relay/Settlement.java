package io.tocsin.outbox.relay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a relay found out about the messages of one claim, to be written down in one statement. */
final class Settlement {

    private final List<Long> delivered = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /**
     * A message which stays.
     *
     * @param dueAt when to try again, null to set it aside
     * @param alone whether it travels alone from now on
     */
    record Refused(long seq, int attempts, Instant dueAt, boolean alone, String error) {}

    void delivered(Claimed row) {
        delivered.add(row.seq());
    }

    void refused(Refused row) {
        refused.add(row);
    }

    List<Long> delivered() {
        return delivered;
    }

    List<Refused> refused() {
        return refused;
    }
}

package io.tocsin.outbox.relay;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.vertx.mutiny.sqlclient.Tuple;

/** What a relay found out about the messages of one claim, to be written down in one statement. */
final class Settlement {

    private final List<Claimed> delivered = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /**
     * A message which its destination did not take.
     *
     * @param attempts how many are used up now
     * @param dueAt when to try again, null to set it aside
     * @param alone whether it travels alone from now on
     */
    record Refused(Claimed row, int attempts, Instant dueAt, boolean alone, String error) {

        boolean isSetAside() { return dueAt == null; }

        private OffsetDateTime dueAtUtc() {
            return dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC);
        }
    }

    void delivered(Claimed row) {
        delivered.add(row);
    }

    void refused(Refused row) {
        refused.add(row);
    }

    List<Refused> setAside() {
        return refused.stream().filter(Refused::isSetAside).toList();
    }

    /**
     * As column arrays: seq and lane of the delivered ones, then seq, lane, attempts, due_at, alone and error of the
     * refused ones.
     */
    void addTo(Tuple parameters) {
        parameters
                .addValue(delivered.stream().map(Claimed::seq).toArray(Long[]::new))
                .addValue(delivered.stream().map(Claimed::lane).toArray(Short[]::new))
                .addValue(refused.stream().map(Refused::row).map(Claimed::seq).toArray(Long[]::new))
                .addValue(refused.stream().map(Refused::row).map(Claimed::lane).toArray(Short[]::new))
                .addValue(refused.stream().map(Refused::attempts).toArray(Integer[]::new))
                .addValue(refused.stream().map(Refused::dueAtUtc).toArray(OffsetDateTime[]::new))
                .addValue(refused.stream().map(Refused::alone).toArray(Boolean[]::new))
                .addValue(refused.stream().map(Refused::error).toArray(String[]::new));
    }
}

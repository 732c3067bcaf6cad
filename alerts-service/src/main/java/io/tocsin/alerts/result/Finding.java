package io.tocsin.alerts.result;

import java.util.List;

import io.tocsin.alerts.round.Occurrence;

/**
 * What a batch made of one rule over one test.
 *
 * @param settled only alerts which lasted after this round can change
 * @param before the occurrences since then, as they were before the batch
 * @param after as they are now
 */
record Finding(ResultRule rule, TestBatch batch, long settled, List<Occurrence> before, List<Occurrence> after) {

    TestKey key() {
        return batch.key();
    }

    /** Of a source, for people. */
    String name(String source) {
        return batch.name(source);
    }

    boolean isNew() { return !before.equals(after); }
}

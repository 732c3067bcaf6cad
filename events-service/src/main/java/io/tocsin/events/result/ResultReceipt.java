package io.tocsin.events.result;

/**
 * What became of recorded results; the three make up all of them.
 *
 * @param added seen for the first time
 * @param changed known, but they said something new
 * @param repeated known, and nothing new in them: nobody was told
 */
public record ResultReceipt(int added, int changed, int repeated) {

    /** Of a call of which nothing was known. */
    static ResultReceipt ofNew(ResultBatch batch) {
        return new ResultReceipt(batch.rows().size(), 0, batch.repeated());
    }
}

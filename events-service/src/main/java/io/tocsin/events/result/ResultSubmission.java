package io.tocsin.events.result;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.tocsin.events.commit.Waiting;

/** The results of one call and the caller who waits for them. */
final class ResultSubmission implements Waiting {

    private final ResultBatch batch;
    private final CompletableFuture<ResultReceipt> outcome = new CompletableFuture<>();

    ResultSubmission(ResultBatch batch) {
        this.batch = batch;
    }

    ResultBatch batch() {
        return batch;
    }

    @Override
    public int size() {
        return batch.rows().size();
    }

    @Override
    public CompletableFuture<ResultReceipt> outcome() {
        return outcome;
    }

    static void recorded(List<ResultSubmission> submissions, List<ResultReceipt> receipts) {
        for (int at = 0; at < receipts.size(); at++) {
            submissions.get(at).outcome.complete(receipts.get(at));
        }
    }
}

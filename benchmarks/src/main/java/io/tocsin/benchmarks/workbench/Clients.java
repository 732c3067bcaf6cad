package io.tocsin.benchmarks.workbench;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Clients side by side, a thread for each. */
public final class Clients {

    private Clients() {}

    /** What all of them did together, when the last has ended. */
    public static long run(int count, Callable<Long> client) throws Exception {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var sum = 0L;
            for (var done : threads.invokeAll(Collections.nCopies(count, client))) {
                sum += done.get();
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }
}

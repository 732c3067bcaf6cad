package io.tocsin.dialects.thousandeyes.result;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request, all of it and not only the first; but no endless list. */
final class Complaints {

    private static final int MOST = 100;

    private final List<Complaint> all = new ArrayList<>();

    void add(String field, String message) {
        if (all.size() < MOST) {
            all.add(new Complaint(field, message));
        }
    }

    boolean any() {
        return !all.isEmpty();
    }

    /** Fails with {@link TestResultsRejected} if there are any. */
    void raise() {
        if (any()) {
            throw new TestResultsRejected(all);
        }
    }
}

package io.tocsin.expression.evaluate;

import java.util.ArrayList;
import java.util.List;

/** One evaluation under way: whom to ask for baselines, and what was found to hold so far. */
final class Inquiry {

    private final Baselines baselines;
    private final List<Observation> causes = new ArrayList<>();

    Inquiry(Baselines baselines) {
        this.baselines = baselines;
    }

    Baselines baselines() {
        return baselines;
    }

    void found(Observation cause) {
        causes.add(cause);
    }

    /** How much was found up to now. */
    int mark() {
        return causes.size();
    }

    /** What was found since the mark explains nothing: what it belongs to does not hold. */
    void forgetSince(int mark) {
        causes.subList(mark, causes.size()).clear();
    }

    List<Observation> causes() {
        return causes;
    }
}

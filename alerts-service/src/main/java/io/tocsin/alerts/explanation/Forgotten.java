package io.tocsin.alerts.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.tocsin.alerts.result.Prospect;

/** Says what is not known any more of a test's rounds. */
final class Forgotten {

    private Forgotten() {}

    /** @param asked how many rounds somebody wants to know of */
    static List<String> of(Prospect test, int asked) {
        var forgotten = new ArrayList<String>();
        var known = test.known().rounds();
        if (known.isEmpty()) {
            forgotten.add("Every round: nothing is kept of this test.");
            return forgotten;
        }
        if (known.size() < asked) {
            forgotten.add("Rounds before " + Instant.ofEpochSecond(known.get(0).id())
                    + ": no more are kept than evaluation needs.");
        }
        forgotten.add("What a source measured which did not violate, unless it had to do with an alert or violated lately.");
        if (!test.known().noted()) {
            forgotten.add(
                    "Whether anything violated before the rule was made, or last asked something else; nothing has since.");
        }
        return forgotten;
    }
}

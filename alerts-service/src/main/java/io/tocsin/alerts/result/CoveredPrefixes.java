package io.tocsin.alerts.result;

import io.tocsin.expression.metric.IpPrefix;
import io.tocsin.model.result.TestResult;

/** The prefixes which the one that a BGP test names covers: ThousandEyes' {@code includeCoveredPrefixes}. */
final class CoveredPrefixes {

    private CoveredPrefixes() {}

    /** Whether the result is about one. Never where the test does not say its own prefix. */
    static boolean isAboutOne(TestResult result) {
        var own = IpPrefix.parse(result.test().server());
        var seen = IpPrefix.parse(result.target().prefix());
        return own.isPresent() && seen.isPresent() && !own.equals(seen) && own.get().contains(seen.get());
    }
}

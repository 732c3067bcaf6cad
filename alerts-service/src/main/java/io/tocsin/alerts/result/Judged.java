package io.tocsin.alerts.result;

import io.tocsin.expression.evaluate.Explanation;
import io.tocsin.model.result.TestResult;

/**
 * What one result is to a rule.
 *
 * @param condition why it violates the rule or does not, null where the rule looks at another layer
 * @param scope the same of the brackets before the expression, null where there are none
 */
public record Judged(TestResult result, Fate fate, Explanation condition, Explanation scope) {

    public enum Fate {
        VIOLATES,
        WELL,
        /** The brackets before the expression leave its source or target out. */
        OUT_OF_SCOPE,
        OTHER_DIRECTION,
        /** The test's own prefix covers the one it is about, and the rule does not include such. */
        COVERED_PREFIX,
        OTHER_LAYER,
        /** Its round is settled: nothing changes it any more. */
        TOO_LATE,
        /** Its round lies in a scheduled suppression window. */
        LEFT_OUT
    }
}

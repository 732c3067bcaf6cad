package io.tocsin.expression.metric;

import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.TestResult;

/** What a condition looks at: a whole result, or one of its parts. */
public record Sight(TestResult result, Measurements part) {

    public static Sight of(TestResult result) {
        return new Sight(result, result.measurements());
    }

    public Sight of(Measurements other) {
        return new Sight(result, other);
    }
}

package io.tocsin.expression.tree;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** What holds of a result or of a part of it, or does not. */
public sealed interface Condition {

    <R> R accept(ConditionVisitor<R> visitor);

    /** {@code a && b}: all parts hold. There are two or more. */
    record All(List<Condition> parts) implements Condition {

        public All {
            parts = twoOrMore(parts);
        }

        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.all(this);
        }
    }

    /** {@code a || b}: at least one part holds. There are two or more. */
    record Any(List<Condition> parts) implements Condition {

        public Any {
            parts = twoOrMore(parts);
        }

        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.any(this);
        }
    }

    /** {@code loss >= 50%}. */
    record Comparison(String metric, Operator operator, Value value) implements Condition {

        public Comparison {
            Objects.requireNonNull(metric, "metric");
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** {@code pageLoaded} or {@code !pageLoaded}. */
    record Flag(String metric, boolean wanted) implements Condition {

        public Flag {
            Objects.requireNonNull(metric, "metric");
        }

        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.flag(this);
        }
    }

    /** {@code Auto(latency >= Medium sensitivity)}: the value is out of its usual range. */
    record Dynamic(String metric, Operator operator, Sensitivity sensitivity) implements Condition {

        public Dynamic {
            Objects.requireNonNull(metric, "metric");
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(sensitivity, "sensitivity");
        }

        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.dynamic(this);
        }
    }

    /** {@code hops((hopDelay >= 100 ms))}: a part for which it holds; for {@code noHops} the absence of one. */
    record Parts(String name, Selector selector, Condition condition) implements Condition {

        public Parts {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(selector, "selector");
            Objects.requireNonNull(condition, "condition");
        }

        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.parts(this);
        }
    }

    /** Which parts are looked at. */
    sealed interface Selector {}

    record EachPart() implements Selector {}

    /** {@code steps[3]}. */
    record PartAt(BigDecimal index) implements Selector {}

    /** {@code marker[(markerName == "x")]}. */
    record PartsWhere(Condition condition) implements Selector {}

    private static List<Condition> twoOrMore(List<Condition> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("two parts or more are needed, not " + parts.size());
        }
        return List.copyOf(parts);
    }
}

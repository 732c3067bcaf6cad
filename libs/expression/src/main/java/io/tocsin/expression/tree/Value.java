package io.tocsin.expression.tree;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** What a metric is compared with. */
public sealed interface Value {

    /** @param unit as it was written, null for none: the metric's own */
    record Quantity(BigDecimal amount, String unit) implements Value {

        public Quantity {
            Objects.requireNonNull(amount, "amount");
        }
    }

    /** Escapes are resolved. */
    record Text(String text) implements Value {

        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /** @param pattern RE2 syntax; slashes in it are not escaped */
    record Regex(String pattern) implements Value {

        public Regex {
            Objects.requireNonNull(pattern, "pattern");
        }
    }

    /** @param items quantities and texts, one or more */
    record Choice(List<Value> items) implements Value {

        public Choice {
            items = List.copyOf(items);
        }
    }

    record Truth(boolean value) implements Value {}

    /** {@code null}: not measured. */
    record Nothing() implements Value {}
}

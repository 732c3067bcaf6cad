package io.tocsin.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.tocsin.expression.evaluate.Baselines;
import io.tocsin.expression.metric.IpPrefix;
import io.tocsin.expression.metric.Kind;
import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.PartMetric;
import io.tocsin.expression.metric.Sight;
import io.tocsin.expression.metric.Vocabulary;
import io.tocsin.expression.tree.Condition;
import io.tocsin.expression.tree.Operator;
import io.tocsin.expression.tree.Sensitivity;
import io.tocsin.expression.tree.Value;

/** The meaning of conditions once more, read from the documentation and written without a thought of speed. */
final class NaiveEvaluator {

    private static final Map<String, String> IN_SMALLEST = Map.of("ms", "1", "s", "1000", "min", "60000", "%", "1", "kbps", "1",
            "Mbps", "1000", "B", "1", "kB", "1000");

    private final Vocabulary vocabulary;
    private final Baselines baselines;

    NaiveEvaluator(Vocabulary vocabulary, Baselines baselines) {
        this.vocabulary = vocabulary;
        this.baselines = baselines;
    }

    boolean holds(Condition condition, Sight sight) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, sight));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, sight));
        }
        if (condition instanceof Condition.Flag flag) {
            return metric(flag.metric()).value(sight).equals(Optional.of(flag.wanted()));
        }
        if (condition instanceof Condition.Dynamic dynamic) {
            return isUnusual(dynamic, sight);
        }
        return condition instanceof Condition.Parts parts
                ? holds(parts, sight)
                : holds((Condition.Comparison) condition, sight);
    }

    private boolean isUnusual(Condition.Dynamic dynamic, Sight sight) {
        var high = Map.of(Sensitivity.HIGH, 0.9, Sensitivity.MEDIUM, 0.95, Sensitivity.LOW, 0.99).get(dynamic.sensitivity());
        var isUpper = dynamic.operator().sign().startsWith(">");
        var usual = baselines.quantile(dynamic.metric(), isUpper ? high : 1 - high);
        var measured = metric(dynamic.metric()).number(sight);
        return usual.isPresent() && measured.isPresent()
                && compares(dynamic.operator(), Double.compare(measured.getAsDouble(), usual.getAsDouble()));
    }

    private boolean holds(Condition.Parts parts, Sight sight) {
        PartMetric kind = vocabulary.part(parts.name()).orElseThrow();
        var inner = new NaiveEvaluator(kind.inner(), baselines);
        var all = kind.parts(sight);
        var selected = IntStream.range(0, all.size())
                .filter(place -> selects(parts.selector(), kind, inner, sight.of(all.get(place)), place))
                .mapToObj(place -> sight.of(all.get(place)))
                .toList();
        var some = selected.stream().anyMatch(part -> inner.holds(parts.condition(), part));
        return parts.name().startsWith("no") ? !selected.isEmpty() && !some : some;
    }

    private static boolean selects(Condition.Selector selector, PartMetric kind, NaiveEvaluator inner, Sight part, int place) {
        if (selector instanceof Condition.PartAt at) {
            return kind.numberOf(part.part(), place) == at.index().intValue();
        }
        return !(selector instanceof Condition.PartsWhere where) || inner.holds(where.condition(), part);
    }

    private boolean holds(Condition.Comparison comparison, Sight sight) {
        var metric = metric(comparison.metric());
        var measured = metric.value(sight).orElse(null);
        var isNegative = comparison.operator().sign().startsWith("!");
        if (comparison.value() instanceof Value.Nothing) {
            return (measured == null) != isNegative;
        }
        if (measured == null) {
            return false;
        }
        if (Operator.ORDER.contains(comparison.operator())) {
            return compares(comparison.operator(), exact((Double) measured).compareTo(amount(metric, comparison.value())));
        }
        return values(comparison.value()).anyMatch(value -> isOneOf(metric, measured, value)) != isNegative;
    }

    private static boolean isOneOf(Metric metric, Object measured, Value value) {
        if (measured instanceof Double number) {
            return exact(number).compareTo(amount(metric, value)) == 0;
        }
        if (measured instanceof List<?> texts) {
            return texts.stream().anyMatch(text -> isSame(metric.kind(), (String) text, value));
        }
        return measured.equals(((Value.Truth) value).value());
    }

    private static boolean isSame(Kind kind, String measured, Value value) {
        if (value instanceof Value.Regex regex) {
            return Pattern.compile(regex.pattern()).matcher(measured).find();
        }
        var wanted = ((Value.Text) value).text();
        if (!kind.isNetwork()) {
            return kind == Kind.WORD ? wanted.equalsIgnoreCase(measured) : wanted.equals(measured);
        }
        var block = IpPrefix.parse(wanted).orElseThrow();
        return IpPrefix.parse(measured)
                .filter(found -> kind == Kind.PREFIX ? block.equals(found) : block.contains(found))
                .filter(found -> kind != Kind.SUBPREFIX || found.length() > block.length())
                .isPresent();
    }

    private static Stream<Value> values(Value value) {
        return value instanceof Value.Choice choice ? choice.items().stream() : Stream.of(value);
    }

    private static boolean compares(Operator operator, int order) {
        return switch (operator.sign()) {
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            default -> order <= 0;
        };
    }

    private static BigDecimal amount(Metric metric, Value value) {
        if (value instanceof Value.Text code) {
            return new BigDecimal(code.text());
        }
        var quantity = (Value.Quantity) value;
        if (quantity.unit() == null) {
            return exact(quantity.amount().doubleValue());
        }
        var inSmallest = quantity.amount().multiply(new BigDecimal(IN_SMALLEST.get(quantity.unit())));
        var inOwn = inSmallest.divide(new BigDecimal(IN_SMALLEST.get(metric.unit().symbol())), MathContext.DECIMAL128);
        return exact(inOwn.doubleValue());
    }

    private static BigDecimal exact(double number) {
        return new BigDecimal(number);
    }

    private Metric metric(String name) {
        return vocabulary.metric(name).orElseThrow();
    }
}

package io.tocsin.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.antlr.v4.runtime.Token;

import io.tocsin.expression.metric.AlertType;
import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.PartMetric;
import io.tocsin.expression.metric.Vocabulary;

/**
 * One place of an expression: which words may stand there.
 *
 * @param description for its author: {@code alert type bgp}, {@code hops}
 * @param hasBaselines whether {@code Auto(...)} may stand there
 */
record Place(Vocabulary vocabulary, String description, boolean hasBaselines, AlertType type, Positions positions) {

    private static final BigDecimal MAX_INDEX = BigDecimal.valueOf(1_000);

    static Place expression(AlertType type, Positions positions) {
        return new Place(type.vocabulary(), "alert type " + type.word(), true, type, positions);
    }

    static Place scope(AlertType type, Positions positions) {
        return new Place(type.scope(), "the brackets before an expression of alert type " + type.word(), false, type,
                positions);
    }

    Place inside(PartMetric part) {
        return new Place(part.inner(), part.name(), false, type, positions);
    }

    Metric metric(Token name) {
        var word = name.getText();
        return vocabulary.metric(word)
                .orElseThrow(() -> vocabulary.part(word).isPresent()
                        ? positions.error(name, "'" + word + "' takes a condition in parentheses, as in " + word + "((...))")
                        : unknown(name));
    }

    PartMetric part(Token name) {
        var word = name.getText();
        return vocabulary.part(word)
                .orElseThrow(() -> vocabulary.metric(word).isPresent()
                        ? positions.error(name, "'" + word + "' has no parts: it takes an operator and a value")
                        : unknown(name));
    }

    private ExpressionRejected unknown(Token name) {
        return positions.error(name, "there is no metric " + SyntaxComplaints.found(name) + " in " + description + "; "
                + homes(name.getText()) + "possible here: " + String.join(", ", vocabulary.words()));
    }

    /** Where else in this alert type the word is known, which is the usual mistake. */
    private String homes(String word) {
        List<PartMetric> parts = type.vocabulary().parts();
        var within = parts.stream()
                .filter(part -> part.inner().metric(word).isPresent())
                .map(PartMetric::name)
                .collect(Collectors.joining("(...) or "));
        return within.isEmpty() ? "" : "it stands inside " + within + "(...); ";
    }

    BigDecimal index(Token number) {
        var index = new BigDecimal(number.getText());
        if (index.stripTrailingZeros().scale() > 0 || index.signum() < 0 || index.compareTo(MAX_INDEX) > 0) {
            throw positions.error(number, "a number in brackets counts parts: it must be a whole one from 0 to " + MAX_INDEX);
        }
        return index;
    }
}

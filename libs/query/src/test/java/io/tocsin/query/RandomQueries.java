package io.tocsin.query;

import java.util.List;

import io.tocsin.query.meaning.WordSearch;
import io.tocsin.query.tree.And;
import io.tocsin.query.tree.Attribute;
import io.tocsin.query.tree.Bound;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.Everything;
import io.tocsin.query.tree.Field;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Not;
import io.tocsin.query.tree.Or;
import io.tocsin.query.tree.Pattern;
import io.tocsin.query.tree.Present;
import io.tocsin.query.tree.Query;
import io.tocsin.query.tree.Range;
import io.tocsin.query.tree.Reserved;
import io.tocsin.query.tree.Tag;
import io.tocsin.query.tree.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Trees of every shape that a text can give, about the values of {@link RandomTexts}. */
final class RandomQueries {

    private static final List<Reserved> NAMED = List.of(Reserved.HOST, Reserved.SOURCE, Reserved.SERVICE, Reserved.STATUS,
            Reserved.PRIORITY, Reserved.TAGS);

    /** Deeper ones could have more terms than a search may have. */
    private static final int DEPTH = 4;

    private RandomQueries() {}

    static Arbitrary<Query> any() {
        return any(DEPTH);
    }

    private static Arbitrary<Query> any(int depth) {
        if (depth == 0) {
            return leaf();
        }
        var inner = any(depth - 1);
        return Arbitraries.oneOf(
                condition(),
                condition(),
                condition(),
                leaf(),
                inner.map(Not::new),
                inner.list().ofMinSize(2).ofMaxSize(3).map(And::new),
                inner.list().ofMinSize(2).ofMaxSize(3).map(Or::new));
    }

    private static Arbitrary<Query> leaf() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Everything())),
                net.jqwik.api.Tuple.of(9, condition()));
    }

    static Arbitrary<Query> condition() {
        return Arbitraries.oneOf(
                Combinators.combine(valueField(), valueTest()).as(Condition::new),
                Combinators.combine(valueField(), valueTest()).as(Condition::new),
                wordTest().map(test -> new Condition(Reserved.WORDS, test)),
                wordTest().map(test -> new Condition(Reserved.MESSAGE, test)),
                Arbitraries.just(new Condition(Reserved.MESSAGE, new Present())),
                timeTest().map(test -> new Condition(Reserved.TIMESTAMP, test)));
    }

    private static Arbitrary<Field> valueField() {
        return Arbitraries.oneOf(
                Arbitraries.of(NAMED).map(field -> (Field) field),
                RandomTexts.keys().filter(key -> Reserved.named(key).isEmpty()).map(Tag::new),
                RandomTexts.paths().map(Attribute::new));
    }

    private static Arbitrary<Test> valueTest() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Present()),
                RandomTexts.values().map(Literal::new),
                RandomTexts.globs().map(Pattern::new),
                range(RandomTexts.values()));
    }

    private static Arbitrary<Test> wordTest() {
        return Arbitraries.oneOf(
                RandomTexts.sentences().map(text -> (Test) new Literal(text)),
                RandomTexts.globs().map(Pattern::new))
                .filter(test -> !WordSearch.of(test).words().isEmpty());
    }

    private static Arbitrary<Test> timeTest() {
        return Arbitraries.oneOf(RandomTexts.times().map(Literal::new), range(RandomTexts.times()));
    }

    private static Arbitrary<Range> range(Arbitrary<String> values) {
        var bound = Combinators.combine(values, Arbitraries.of(true, false)).as(Bound::new);
        return Arbitraries.oneOf(
                bound.map(from -> new Range(from, null)),
                bound.map(to -> new Range(null, to)),
                Combinators.combine(bound, bound).as(Range::new));
    }
}

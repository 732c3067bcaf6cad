package io.tocsin.query;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import io.tocsin.model.Event;
import io.tocsin.model.Scope;
import io.tocsin.model.StorableText;
import io.tocsin.query.match.EventMatcher;
import io.tocsin.query.sql.SqlCompiler;
import io.tocsin.query.sql.SqlPredicate;
import io.tocsin.query.term.TermSearch;
import io.tocsin.query.tree.And;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.Everything;
import io.tocsin.query.tree.Field;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Not;
import io.tocsin.query.tree.Or;
import io.tocsin.query.tree.Query;
import io.tocsin.query.tree.QueryPrinter;

/** A search for events. Immutable and safe to share; parse once, ask often. Two are equal if they ask the same in the same order. */
public final class EventQuery {

    private final Query tree;
    private final Predicate<Event> matcher;

    private EventQuery(Query tree) {
        this.tree = tree;
        this.matcher = EventMatcher.of(tree);
    }

    /**
     * Reads a search; blank text asks for everything.
     *
     * @throws QuerySyntaxError if the text is no search, or one beyond the limits of {@link QueryLimits}
     */
    public static EventQuery parse(String text) {
        return of(QueryReader.read(text));
    }

    public static EventQuery of(Query tree) {
        return new EventQuery(Objects.requireNonNull(tree, "tree"));
    }

    /** Everything that all of these find; without any, simply everything. */
    public static EventQuery all(List<EventQuery> queries) {
        var trees = queries.stream().filter(query -> !query.isEverything()).map(EventQuery::tree).toList();
        return switch (trees.size()) {
            case 0 -> of(new Everything());
            case 1 -> of(trees.get(0));
            default -> of(new And(trees));
        };
    }

    /** What at least one of these finds; without any, nothing. */
    public static EventQuery any(List<EventQuery> queries) {
        var trees = queries.stream().map(EventQuery::tree).toList();
        return switch (trees.size()) {
            case 0 -> of(new Not(new Everything()));
            case 1 -> of(trees.get(0));
            default -> of(new Or(trees));
        };
    }

    /** Where the field has just this value, whatever signs stand in it. */
    public static EventQuery where(Field field, String value) {
        return of(new Condition(field, new Literal(StorableText.of(value))));
    }

    public EventQuery negated() {
        return of(new Not(tree));
    }

    public Query tree() {
        return tree;
    }

    public boolean isEverything() { return tree instanceof Everything; }

    /** Whether terms narrow down what it finds: the index of terms serves it. */
    public boolean hasTerms() {
        return tree.accept(new TermSearch());
    }

    /** Whether the search finds this event. Looks at its content only: the scope is the caller's affair. */
    public boolean matches(Event event) {
        return matcher.test(event);
    }

    /**
     * The search as SQL over the table {@code event}; of the events of this scope, finds those that {@link #matches} finds. The
     * condition on the scope itself is the caller's affair.
     *
     * @param firstParameter the number of its first {@code $n}
     */
    public SqlPredicate toSql(Scope scope, int firstParameter) {
        return SqlCompiler.compile(tree, scope, firstParameter);
    }

    /** The text of the search in one fixed form, which parses to an equal search. */
    @Override
    public String toString() {
        return QueryPrinter.print(tree);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventQuery query && tree.equals(query.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }
}

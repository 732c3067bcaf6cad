package io.tocsin.query.match;

import java.util.List;
import java.util.function.Predicate;

import io.tocsin.model.Event;
import io.tocsin.query.tree.And;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.Not;
import io.tocsin.query.tree.Or;
import io.tocsin.query.tree.Query;
import io.tocsin.query.tree.QueryVisitor;

/** Turns a tree into a predicate once, so that each event costs only the looking. */
public final class EventMatcher implements QueryVisitor<Predicate<Event>> {

    private static final EventMatcher MATCHER = new EventMatcher();

    private EventMatcher() {}

    public static Predicate<Event> of(Query query) {
        return query.accept(MATCHER);
    }

    @Override
    public Predicate<Event> everything() {
        return event -> true;
    }

    @Override
    public Predicate<Event> and(And and) {
        var parts = all(and.parts());
        return event -> {
            for (var part : parts) {
                if (!part.test(event)) {
                    return false;
                }
            }
            return true;
        };
    }

    @Override
    public Predicate<Event> or(Or or) {
        var parts = all(or.parts());
        return event -> {
            for (var part : parts) {
                if (part.test(event)) {
                    return true;
                }
            }
            return false;
        };
    }

    @Override
    public Predicate<Event> not(Not not) {
        return of(not.query()).negate();
    }

    @Override
    public Predicate<Event> condition(Condition condition) {
        return condition.field().accept(new ConditionMatcher(condition.test()));
    }

    private static List<Predicate<Event>> all(List<Query> parts) {
        return parts.stream()
                .map(EventMatcher::of)
                .toList();
    }
}

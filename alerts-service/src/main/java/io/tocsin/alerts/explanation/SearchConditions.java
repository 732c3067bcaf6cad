package io.tocsin.alerts.explanation;

import java.util.List;

import io.tocsin.model.Event;
import io.tocsin.query.EventQuery;
import io.tocsin.query.tree.And;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.Not;
import io.tocsin.query.tree.Or;
import io.tocsin.query.tree.Query;
import io.tocsin.query.tree.QueryVisitor;

/** Asks each part of a search by itself whether it finds an event. */
final class SearchConditions implements QueryVisitor<List<Query>> {

    private static final SearchConditions PARTS = new SearchConditions();

    private SearchConditions() {}

    static ConditionExplanation of(Query query, Event event) {
        var parts = query.accept(PARTS).stream().map(part -> of(part, event)).toList();
        var asked = EventQuery.of(query);
        return new ConditionExplanation(asked.isEverything() ? "*" : asked.toString(), asked.matches(event), null, parts);
    }

    @Override
    public List<Query> everything() {
        return List.of();
    }

    @Override
    public List<Query> and(And and) {
        return and.parts();
    }

    @Override
    public List<Query> or(Or or) {
        return or.parts();
    }

    @Override
    public List<Query> not(Not not) {
        return List.of(not.query());
    }

    @Override
    public List<Query> condition(Condition condition) {
        return List.of();
    }
}

package io.tocsin.query.term;

import io.tocsin.query.tree.And;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.Not;
import io.tocsin.query.tree.Or;
import io.tocsin.query.tree.QueryVisitor;

/** Whether whatever a search finds has one of a few terms, so that their index finds it. */
public final class TermSearch implements QueryVisitor<Boolean> {

    @Override
    public Boolean everything() {
        return false;
    }

    @Override
    public Boolean and(And and) {
        return and.parts().stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean or(Or or) {
        return or.parts().stream().allMatch(part -> part.accept(this));
    }

    /** What is not there no index finds. */
    @Override
    public Boolean not(Not not) {
        return false;
    }

    @Override
    public Boolean condition(Condition condition) {
        return NeededTerms.areThereFor(condition);
    }
}

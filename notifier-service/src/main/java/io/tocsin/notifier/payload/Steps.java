package io.tocsin.notifier.payload;

import java.util.AbstractList;
import java.util.List;

/** A list whose every element taken is a step of the budget, so that loops in loops come to an end. */
final class Steps extends AbstractList<Object> {

    private final List<?> elements;
    private final Budget budget;

    Steps(List<?> elements, Budget budget) {
        this.elements = elements;
        this.budget = budget;
    }

    @Override
    public Object get(int index) {
        budget.step();
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}

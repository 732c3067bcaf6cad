package io.tocsin.notifier.payload;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

import com.github.jknack.handlebars.ValueResolver;

/** Looks variables up in maps, and the size of lists. Unlike the resolvers of the engine it calls no method of any object. */
final class Variables implements ValueResolver {

    private final Budget budget;

    Variables(Budget budget) {
        this.budget = budget;
    }

    @Override
    public Object resolve(Object context, String name) {
        budget.step();
        if (context instanceof Map<?, ?> map && map.containsKey(name)) {
            return map.get(name);
        }
        return context instanceof List<?> list && "size".equals(name) ? (Object) list.size() : UNRESOLVED;
    }

    @Override
    public Object resolve(Object context) {
        return context instanceof Map<?, ?> ? context : UNRESOLVED;
    }

    /** What {@code each} goes through when it is given no list. */
    @Override
    @SuppressWarnings("unchecked")
    public Set<Entry<String, Object>> propertySet(Object context) {
        budget.step();
        return context instanceof Map<?, ?> map ? ((Map<String, Object>) map).entrySet() : Set.of();
    }
}

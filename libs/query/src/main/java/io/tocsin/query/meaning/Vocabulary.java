package io.tocsin.query.meaning;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import io.tocsin.model.Event;
import io.tocsin.model.Priority;
import io.tocsin.model.Severity;
import io.tocsin.query.tree.Test;

/** A field with a fixed set of values, each known by one or more words. */
public final class Vocabulary<E extends Enum<E>> {

    public static final Vocabulary<Severity> STATUS = new Vocabulary<>("severity", Severity.class,
            event -> event.content().severity(), Map.of(Severity.SUCCESS, "ok", Severity.WARNING, "warn"));
    public static final Vocabulary<Priority> PRIORITY = new Vocabulary<>("priority", Priority.class,
            event -> event.content().priority(), Map.of());

    private final String column;
    private final Class<E> type;
    private final Function<Event, E> value;
    private final Map<E, List<String>> words;

    private Vocabulary(String column, Class<E> type, Function<Event, E> value, Map<E, String> synonyms) {
        this.column = column;
        this.type = type;
        this.value = value;
        this.words = new EnumMap<>(type);
        for (var constant : type.getEnumConstants()) {
            var word = constant.name().toLowerCase(Locale.ROOT);
            words.put(constant, synonyms.containsKey(constant) ? List.of(word, synonyms.get(constant)) : List.of(word));
        }
    }

    /** Where the name of the constant stands in the table. */
    public String column() {
        return column;
    }

    public E valueOf(Event event) {
        return value.apply(event);
    }

    /** The constants of which one word passes the test. */
    public Set<E> accepted(Test test, boolean ignoreCase) {
        return accepted(ignoreCase ? ValueTest.ignoringCase(test) : ValueTest.of(test));
    }

    private Set<E> accepted(Predicate<Value> test) {
        var accepted = EnumSet.noneOf(type);
        Arrays.stream(type.getEnumConstants())
                .filter(constant -> words.get(constant).stream().map(Value::text).anyMatch(test))
                .forEach(accepted::add);
        return accepted;
    }
}

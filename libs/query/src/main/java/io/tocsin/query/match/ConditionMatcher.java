package io.tocsin.query.match;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import io.tocsin.model.Event;
import io.tocsin.query.meaning.AttributePath;
import io.tocsin.query.meaning.InnerAttribute;
import io.tocsin.query.meaning.TimeWindow;
import io.tocsin.query.meaning.Value;
import io.tocsin.query.meaning.ValueTest;
import io.tocsin.query.meaning.Vocabulary;
import io.tocsin.query.meaning.WordSearch;
import io.tocsin.query.tree.Attribute;
import io.tocsin.query.tree.FieldVisitor;
import io.tocsin.query.tree.Present;
import io.tocsin.query.tree.Reserved;
import io.tocsin.query.tree.Tag;
import io.tocsin.query.tree.Test;

/** Applies one test to the field it is asked of. */
final class ConditionMatcher implements FieldVisitor<Predicate<Event>> {

    private final Test test;

    ConditionMatcher(Test test) {
        this.test = test;
    }

    @Override
    public Predicate<Event> reserved(Reserved reserved) {
        return switch (reserved) {
            case WORDS -> words();
            case MESSAGE -> message();
            case HOST -> single(event -> event.content().host(), ValueTest.ignoringCase(test));
            case SOURCE -> single(event -> event.content().source(), ValueTest.ignoringCase(test));
            case SERVICE -> tagValue("service", ValueTest.ignoringCase(test));
            case STATUS -> oneOf(Vocabulary.STATUS, true);
            case PRIORITY -> oneOf(Vocabulary.PRIORITY, true);
            case TIMESTAMP -> happenedIn(TimeWindow.of(test));
            case TAGS -> wholeTag();
        };
    }

    @Override
    public Predicate<Event> tag(Tag tag) {
        return tagValue(tag.key(), ValueTest.of(test));
    }

    @Override
    public Predicate<Event> attribute(Attribute attribute) {
        return switch (attribute.path()) {
            case "status" -> oneOf(Vocabulary.STATUS, false);
            case "service" -> tagValue("service", ValueTest.of(test));
            case "tags" -> wholeTag();
            default -> InnerAttribute.at(attribute.path())
                    .map(this::column)
                    .orElseGet(() -> json(AttributePath.of(attribute)));
        };
    }

    private Predicate<Event> words() {
        var search = WordSearch.of(test);
        return event -> search.foundIn(event.content().title()) || search.foundIn(event.content().text());
    }

    private Predicate<Event> message() {
        if (test instanceof Present) {
            return event -> event.content().text() != null;
        }
        var search = WordSearch.of(test);
        return event -> search.foundIn(event.content().text());
    }

    private static Predicate<Event> single(Function<Event, String> field, Predicate<Value> test) {
        return event -> {
            var text = field.apply(event);
            return text != null && test.test(Value.text(text));
        };
    }

    private <E extends Enum<E>> Predicate<Event> oneOf(Vocabulary<E> vocabulary, boolean ignoreCase) {
        var accepted = vocabulary.accepted(test, ignoreCase);
        return event -> accepted.contains(vocabulary.valueOf(event));
    }

    private static Predicate<Event> happenedIn(TimeWindow window) {
        return event -> window.contains(event.content().happenedAt());
    }

    private Predicate<Event> wholeTag() {
        var passes = ValueTest.of(test);
        return event -> anyTag(event.content().tags(), "", passes);
    }

    private static Predicate<Event> tagValue(String key, Predicate<Value> test) {
        var prefix = key + ":";
        return event -> anyTag(event.content().tags(), prefix, test);
    }

    private static boolean anyTag(List<String> tags, String prefix, Predicate<Value> test) {
        for (var tag : tags) {
            if (tag.startsWith(prefix) && test.test(Value.text(tag.substring(prefix.length())))) {
                return true;
            }
        }
        return false;
    }

    private Predicate<Event> column(InnerAttribute attribute) {
        var passes = ValueTest.of(test);
        return event -> attribute.valueOf(event).filter(passes).isPresent();
    }

    private Predicate<Event> json(AttributePath path) {
        var passes = ValueTest.of(test);
        return event -> path.anyValue(event.content().attributes(), passes);
    }
}

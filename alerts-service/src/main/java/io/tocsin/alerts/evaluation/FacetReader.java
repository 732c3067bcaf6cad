package io.tocsin.alerts.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import io.tocsin.alerts.expression.Facet;
import io.tocsin.model.Event;
import io.tocsin.query.meaning.AttributePath;
import io.tocsin.query.meaning.InnerAttribute;
import io.tocsin.query.meaning.Value;
import io.tocsin.query.tree.Attribute;

/** Finds the values which an event has for a facet: none, one, or several, as of a tag key that it carries twice. */
final class FacetReader {

    private static final String ATTRIBUTE = "@";

    private FacetReader() {}

    static Function<Event, List<String>> of(Facet facet) {
        return switch (facet.name()) {
            case "host" -> event -> single(event.content().host());
            case "source" -> event -> single(event.content().source());
            case "status" -> event -> single(event.content().severity().name().toLowerCase(Locale.ROOT));
            case "priority" -> event -> single(event.content().priority().name().toLowerCase(Locale.ROOT));
            default -> facet.name().startsWith(ATTRIBUTE) ? attribute(facet.name().substring(1)) : tag(facet.name() + ":");
        };
    }

    private static List<String> single(String value) {
        return value == null || value.isEmpty() ? List.of() : List.of(value);
    }

    private static Function<Event, List<String>> tag(String prefix) {
        return event -> event.content()
                .tags()
                .stream()
                .filter(tag -> tag.startsWith(prefix))
                .map(tag -> tag.substring(prefix.length()))
                .distinct()
                .toList();
    }

    private static Function<Event, List<String>> attribute(String path) {
        return InnerAttribute.at(path)
                .map(FacetReader::column)
                .orElseGet(() -> json(AttributePath.of(new Attribute(path))));
    }

    private static Function<Event, List<String>> column(InnerAttribute attribute) {
        return event -> texts(attribute.valueOf(event).stream());
    }

    private static Function<Event, List<String>> json(AttributePath path) {
        return event -> {
            var values = new ArrayList<Value>();
            path.anyValue(event.content().attributes(), value -> !values.add(value));
            return texts(values.stream());
        };
    }

    /** An object has no text, and is no value to group by. */
    private static List<String> texts(Stream<Value> values) {
        return values.map(Value::text)
                .filter(text -> text != null && !text.isEmpty())
                .distinct()
                .toList();
    }
}

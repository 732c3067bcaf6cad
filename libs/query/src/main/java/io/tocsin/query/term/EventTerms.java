package io.tocsin.query.term;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Priority;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.query.meaning.InnerAttribute;
import io.tocsin.query.meaning.Value;
import io.tocsin.query.meaning.Words;

/** What stands in the column {@code terms} of an event. */
public final class EventTerms {

    /** An event with more is in the index by one term that says so; every search for a term looks there, too. */
    static final int MAX_TERMS = 1_000;

    /** What nearly every event has would find nothing faster, so it has no term; {@code info} and {@code normal} are alike. */
    static final Map<InnerAttribute, String> COMMON = Map.of(InnerAttribute.EVENT_TYPE, "api", InnerAttribute.PRIORITY,
            "normal");

    /** These have a term of their own; of the others, words, host and source serve, or nobody asks. */
    private static final Set<InnerAttribute> COLUMNS = EnumSet.of(InnerAttribute.AGGREGATION_KEY, InnerAttribute.CORRELATION_ID,
            InnerAttribute.EVENT_TYPE, InnerAttribute.PRIORITY, InnerAttribute.ENTITY_ID, InnerAttribute.ENTITY_NAME,
            InnerAttribute.ENTITY_TYPE, InnerAttribute.RELATED_EVENT_ID);

    private final Set<Integer> hashes = new HashSet<>();
    private final TermHash hash;

    private EventTerms(Scope scope) {
        hash = new TermHash(scope);
    }

    /** Distinct, in no order that means anything. */
    public static Integer[] of(Event event) {
        var terms = new EventTerms(event.scope());
        terms.addFields(event.content());
        COLUMNS.forEach(column -> terms.addColumn(column, event));
        event.content().attributes().forEach(terms::addAttribute);
        return terms.hashed();
    }

    /** For {@code terms && array}: events about one of these entities or hosts have one of these terms, or too many. */
    public static Integer[] ofSubjects(Scope scope, Collection<String> entityIds, Collection<String> hosts) {
        var hash = new TermHash(scope);
        var entities = entityIds.stream().map(id -> Term.attribute(InnerAttribute.ENTITY_ID.path(), id));
        var terms = Stream.concat(entities, hosts.stream().map(Term::host));
        return Stream.concat(terms.map(term -> term.hash(hash)), Stream.of(hash.overflow())).toArray(Integer[]::new);
    }

    static boolean hasTerms(InnerAttribute column) {
        return COLUMNS.contains(column);
    }

    private Integer[] hashed() {
        return hashes.size() > MAX_TERMS
                ? new Integer[]{ hash.overflow() }
                : hashes.toArray(Integer[]::new);
    }

    /** Hashed at once: an event has dozens of terms, and this runs for each event. */
    private void add(Term term) {
        hashes.add(term.hash(hash));
    }

    private void addFields(EventContent content) {
        Words.eachFolded(content.title(), word -> add(Term.word(word)));
        Words.eachFolded(content.text(), word -> add(Term.word(word)));
        content.tags().forEach(tag -> add(Term.tag(tag)));
        if (content.host() != null) {
            add(Term.host(content.host()));
        }
        if (content.source() != null) {
            add(Term.source(content.source()));
        }
        if (content.severity() != Severity.INFO) {
            add(Term.severity(content.severity()));
        }
        if (content.priority() != Priority.NORMAL) {
            add(Term.priority(content.priority()));
        }
    }

    private void addColumn(InnerAttribute column, Event event) {
        column.valueOf(event)
                .filter(value -> !value.text().equals(COMMON.get(column)))
                .ifPresent(value -> addValue(column.path(), value));
    }

    /** By the path that leads there, whether the dots in it stand in one name or between several. */
    private void addAttribute(String path, Object node) {
        if (node instanceof Map<?, ?> object) {
            object.forEach((name, member) -> addAttribute(path + '.' + name, member));
        } else if (node instanceof List<?> list) {
            list.forEach(element -> addAttribute(path, element));
        } else if (node != null) {
            addValue(path, Value.of(node));
        }
    }

    private void addValue(String path, Value value) {
        if (value.text() != null) {
            add(Term.attribute(path, value.text()));
        }
    }
}

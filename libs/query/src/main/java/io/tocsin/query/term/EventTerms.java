package io.tocsin.query.term;

import java.util.Collection;
import java.util.EnumSet;
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
import io.tocsin.query.term.TermHash.Kind;

/** What stands in the column {@code terms} of an event. For one thread. */
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

    private final TermSet terms = new TermSet();
    private final TermHash hash;
    private final WordTerms titles;
    private final WordTerms texts;

    private EventTerms(Scope scope) {
        hash = new TermHash(scope);
        titles = new WordTerms(hash);
        texts = new WordTerms(hash);
    }

    /** For events of this scope, one after the other. */
    public static EventTerms within(Scope scope) {
        return new EventTerms(scope);
    }

    /** Distinct, in no order that means anything. */
    public static int[] of(Event event) {
        return within(event.scope()).termsOf(event);
    }

    /** Distinct, in no order that means anything. */
    public int[] termsOf(Event event) {
        addFields(event.content());
        COLUMNS.forEach(column -> addColumn(column, event));
        event.content().attributes().forEach(this::addAttribute);
        var distinct = terms.take();
        return distinct.length > MAX_TERMS ? new int[]{ hash.overflow() } : distinct;
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

    private void add(Term term) {
        terms.add(term.hash(hash));
    }

    private void addFields(EventContent content) {
        terms.addAll(titles.of(content.title()));
        terms.addAll(texts.of(content.text()));
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
                .ifPresent(value -> add(Term.attribute(column.path(), value.text())));
    }

    private void addAttribute(String name, Object node) {
        hash.begin(Kind.ATTRIBUTE);
        hash.append(name);
        addAttribute(node);
    }

    /** By the path that leads there, whether the dots in it stand in one name or between several. Now that path is in the hash. */
    private void addAttribute(Object node) {
        if (node instanceof Map<?, ?> object) {
            object.forEach((name, member) -> addMember(String.valueOf(name), member));
        } else if (node instanceof List<?> list) {
            list.forEach(this::addAttribute);
        } else if (node != null) {
            addValue(Value.of(node));
        }
    }

    private void addMember(String name, Object member) {
        var outer = hash.length();
        hash.append('.');
        hash.append(name);
        addAttribute(member);
        hash.truncate(outer);
    }

    private void addValue(Value value) {
        if (value.text() != null) {
            var path = hash.length();
            Term.appendValue(hash, value.text());
            terms.add(hash.hash());
            hash.truncate(path);
        }
    }
}

package io.tocsin.query.term;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.tocsin.model.Priority;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.query.meaning.Glob;
import io.tocsin.query.meaning.InnerAttribute;
import io.tocsin.query.meaning.Vocabulary;
import io.tocsin.query.meaning.WordSearch;
import io.tocsin.query.meaning.Words;
import io.tocsin.query.tree.Attribute;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.FieldVisitor;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Pattern;
import io.tocsin.query.tree.Reserved;
import io.tocsin.query.tree.Tag;
import io.tocsin.query.tree.Test;

/**
 * Terms without which an event cannot satisfy a condition: of each set that is returned it has one at least, or it has too many
 * terms. No sets for conditions of which no term tells anything: ranges, presence, wildcards.
 */
public final class NeededTerms implements FieldVisitor<List<Set<Term>>> {

    /** Of a long phrase the longest words narrow down enough. */
    private static final int MAX_WORDS = 4;

    private final Test test;

    private NeededTerms(Test test) {
        this.test = test;
    }

    /** Each array is for {@code terms && array}. */
    public static List<Integer[]> of(Condition condition, Scope scope) {
        var hash = new TermHash(scope);
        return condition.field()
                .accept(new NeededTerms(condition.test()))
                .stream()
                .map(alternatives -> hashed(alternatives, hash))
                .toList();
    }

    static boolean areThereFor(Condition condition) {
        return !condition.field().accept(new NeededTerms(condition.test())).isEmpty();
    }

    private static Integer[] hashed(Set<Term> alternatives, TermHash hash) {
        var hashes = new Integer[alternatives.size() + 1];
        var at = 0;
        for (var term : alternatives) {
            hashes[at++] = term.hash(hash);
        }
        hashes[at] = hash.overflow();
        return hashes;
    }

    @Override
    public List<Set<Term>> reserved(Reserved reserved) {
        return switch (reserved) {
            case WORDS, MESSAGE -> words();
            case HOST -> exactly(Term::host);
            case SOURCE -> exactly(Term::source);
            case SERVICE -> exactly(value -> Term.tag("service:" + value));
            case STATUS -> severities(true);
            case PRIORITY -> priorities();
            case TIMESTAMP -> List.of();
            case TAGS -> exactly(Term::tag);
        };
    }

    @Override
    public List<Set<Term>> tag(Tag tag) {
        return exactly(value -> Term.tag(tag.key() + ":" + value));
    }

    @Override
    public List<Set<Term>> attribute(Attribute attribute) {
        return switch (attribute.path()) {
            case "status" -> severities(false);
            case "service" -> exactly(value -> Term.tag("service:" + value));
            case "tags" -> exactly(Term::tag);
            default -> InnerAttribute.at(attribute.path())
                    .map(this::column)
                    .orElseGet(() -> exactly(value -> Term.attribute(attribute.path(), value)));
        };
    }

    private List<Set<Term>> column(InnerAttribute column) {
        if (EventTerms.hasTerms(column)) {
            return asksFor(EventTerms.COMMON.get(column))
                    ? List.of()
                    : exactly(value -> Term.attribute(column.path(), value));
        }
        return switch (column) {
            case TITLE -> test instanceof Literal ? words() : List.of();
            case HOSTNAME -> exactly(Term::host);
            case SOURCE_TYPE_NAME -> exactly(Term::source);
            default -> List.of();
        };
    }

    private boolean asksFor(String value) {
        return test instanceof Literal literal && literal.text().equals(value);
    }

    private List<Set<Term>> exactly(Function<String, Term> term) {
        return test instanceof Literal literal
                ? List.of(Set.of(term.apply(literal.text())))
                : List.of();
    }

    /** Words with wildcards are left out; those around them are there all the same. */
    private List<Set<Term>> words() {
        if (!(test instanceof Literal) && !(test instanceof Pattern)) {
            return List.of();
        }
        return WordSearch.of(test)
                .words()
                .stream()
                .filter(Glob::isExact)
                .map(word -> Words.fold(word.text()))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(MAX_WORDS)
                .map(word -> Set.of(Term.word(word)))
                .toList();
    }

    private List<Set<Term>> severities(boolean ignoreCase) {
        return anyOf(Vocabulary.STATUS.accepted(test, ignoreCase), Severity.INFO, Term::severity);
    }

    private List<Set<Term>> priorities() {
        return anyOf(Vocabulary.PRIORITY.accepted(test, true), Priority.NORMAL, Term::priority);
    }

    private static <E extends Enum<E>> List<Set<Term>> anyOf(Collection<E> accepted, E withoutTerm, Function<E, Term> term) {
        return accepted.isEmpty() || accepted.contains(withoutTerm)
                ? List.of()
                : List.of(Set.copyOf(accepted.stream().map(term).toList()));
    }
}

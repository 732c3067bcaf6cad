package io.tocsin.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.antlr.v4.runtime.ParserRuleContext;

import io.tocsin.query.grammar.SearchParser.BareValueContext;
import io.tocsin.query.grammar.SearchParser.ClauseContext;
import io.tocsin.query.grammar.SearchParser.ConjunctionContext;
import io.tocsin.query.grammar.SearchParser.DisjunctionContext;
import io.tocsin.query.grammar.SearchParser.FieldValueContext;
import io.tocsin.query.grammar.SearchParser.NegationContext;
import io.tocsin.query.grammar.SearchParser.QueryContext;
import io.tocsin.query.tree.And;
import io.tocsin.query.tree.Everything;
import io.tocsin.query.tree.Field;
import io.tocsin.query.tree.Not;
import io.tocsin.query.tree.Or;
import io.tocsin.query.tree.Query;
import io.tocsin.query.tree.Reserved;

/** Parse tree to query tree. A field before a group is handed down to the bare values inside. */
final class TreeBuilder {

    private final FieldBuilder fields;
    private final ConditionBuilder conditions;

    TreeBuilder(Positions positions) {
        this.fields = new FieldBuilder(positions);
        this.conditions = new ConditionBuilder(positions);
    }

    Query query(QueryContext query) {
        return query.disjunction() == null ? new Everything() : disjunction(query.disjunction(), Reserved.WORDS);
    }

    private Query disjunction(DisjunctionContext or, Field field) {
        var parts = each(or.conjunction(), part -> conjunction(part, field));
        return parts.size() == 1 ? parts.get(0) : new Or(parts);
    }

    private Query conjunction(ConjunctionContext and, Field field) {
        var parts = each(and.negation(), part -> negation(part, field));
        return parts.size() == 1 ? parts.get(0) : new And(parts);
    }

    private Query negation(NegationContext negation, Field field) {
        var negative = negation.sign()
                .stream()
                .filter(sign -> sign.PLUS() == null)
                .count() % 2 == 1;
        var clause = clause(negation.clause(), field);
        return negative ? new Not(clause) : clause;
    }

    private Query clause(ClauseContext clause, Field field) {
        if (clause.word() != null) {
            return fielded(clause);
        }
        return clause.group() != null
                ? disjunction(clause.group().disjunction(), field)
                : bare(clause.bareValue(), field);
    }

    private Query fielded(ClauseContext clause) {
        var name = clause.word().getStart();
        if (fields.asksForPresence(name)) {
            return fields.presence(name, clause.fieldValue());
        }
        if (fields.isStar(name)) {
            return fields.starOfStar(name, clause.fieldValue());
        }
        var field = fields.named(name);
        return clause.group() != null
                ? disjunction(clause.group().disjunction(), field)
                : valueOf(clause.fieldValue(), field);
    }

    private Query bare(BareValueContext value, Field field) {
        if (value.range() != null) {
            return conditions.range(field, value.range());
        }
        if (value.comparison() != null) {
            return conditions.comparison(field, value.comparison());
        }
        return conditions.scalar(field, value);
    }

    private Query valueOf(FieldValueContext value, Field field) {
        if (value.range() != null) {
            return conditions.range(field, value.range());
        }
        if (value.comparison() != null) {
            return conditions.comparison(field, value.comparison());
        }
        return conditions.scalar(field, value.scalar());
    }

    private static <C extends ParserRuleContext> List<Query> each(List<C> contexts, Function<C, Query> build) {
        var queries = new ArrayList<Query>(contexts.size());
        contexts.forEach(context -> queries.add(build.apply(context)));
        return queries;
    }
}

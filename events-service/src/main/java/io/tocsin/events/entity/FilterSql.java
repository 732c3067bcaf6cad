package io.tocsin.events.entity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.tocsin.events.entity.EntityFilter.All;
import io.tocsin.events.entity.EntityFilter.Any;
import io.tocsin.events.entity.EntityFilter.FirstSeen;
import io.tocsin.events.entity.EntityFilter.HasName;
import io.tocsin.events.entity.EntityFilter.Named;
import io.tocsin.events.entity.EntityFilter.Not;
import io.tocsin.events.entity.EntityFilter.OfTypes;
import io.tocsin.events.entity.EntityFilter.SeenSince;
import io.tocsin.events.entity.EntityFilter.Tagged;
import io.tocsin.events.entity.EntityFilter.WithIds;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Tuple;

/** The WHERE of a search for entities, and its parameters. The scope comes first: there is no way to build one without. */
final class FilterSql {

    private final List<Object> parameters = new ArrayList<>();
    private final String text;

    private FilterSql(Scope scope, EntityFilter filter) {
        text = "organization = " + place(scope.organization()) + " and account_group = " + place(scope.accountGroup())
                + " and " + condition(filter);
    }

    static FilterSql of(Scope scope, EntityFilter filter) {
        return new FilterSql(scope, filter);
    }

    String text() {
        return text;
    }

    Tuple parameters() {
        return Tuple.wrap(parameters);
    }

    String place(Object value) {
        parameters.add(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return "$" + parameters.size();
    }

    private String condition(EntityFilter filter) {
        if (filter instanceof OfTypes wanted) {
            return "type = any(" + place(wanted.types().toArray(String[]::new)) + ")";
        }
        if (filter instanceof WithIds wanted) {
            return "id = any(" + place(wanted.ids().toArray(String[]::new)) + ")";
        }
        if (filter instanceof SeenSince wanted) {
            return "last_seen_at >= " + place(wanted.instant());
        }
        if (filter instanceof HasName) {
            return "name is not null";
        }
        if (filter instanceof Not wanted) {
            return "(" + condition(wanted.filter()) + ") is not true";
        }
        return filter instanceof All || filter instanceof Any ? combined(filter) : detailed(filter);
    }

    private String combined(EntityFilter filter) {
        return filter instanceof All all
                ? joined(all.filters(), " and ", "true")
                : joined(((Any) filter).filters(), " or ", "false");
    }

    private String joined(List<EntityFilter> filters, String operator, String otherwise) {
        return filters.isEmpty()
                ? otherwise
                : filters.stream().map(this::condition).collect(Collectors.joining(operator, "(", ")"));
    }

    private String detailed(EntityFilter filter) {
        if (filter instanceof Tagged wanted) {
            return tagged(wanted);
        }
        return filter instanceof Named wanted ? named(wanted) : firstSeen((FirstSeen) filter);
    }

    private String tagged(Tagged wanted) {
        if (!wanted.anyValue()) {
            return "tags @> array[" + place(wanted.tag()) + "]::text[]";
        }
        return "exists (select from unnest(tags) as tag where tag = " + place(wanted.tag())
                + " or starts_with(tag, " + place(wanted.tag() + ":") + "))";
    }

    private String named(Named wanted) {
        var name = wanted.caseSensitive() ? "name" : "lower(name)";
        return wanted.texts()
                .stream()
                .map(text -> place(wanted.caseSensitive() ? text : text.toLowerCase(Locale.ROOT)))
                .map(text -> switch (wanted.match()) {
                    case EQUALS -> name + " = " + text;
                    case STARTS_WITH -> "starts_with(" + name + ", " + text + ")";
                    case CONTAINS -> "strpos(" + name + ", " + text + ") > 0";
                })
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private String firstSeen(FirstSeen wanted) {
        var from = wanted.from() == null ? "true" : "first_seen_at >= " + place(wanted.from());
        var until = wanted.until() == null ? "true" : "first_seen_at < " + place(wanted.until());
        return "(" + from + " and " + until + ")";
    }
}

package io.tocsin.dialects.datadog.v2;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What a search may say, in the query of a URL or in a JSON body, by the names which the parameters have in a query. */
final class SearchParameters {

    static final String QUERY = "filter[query]";
    static final String FROM = "filter[from]";
    static final String TO = "filter[to]";
    static final String TIMEZONE = "options[timezone]";
    static final String TIME_OFFSET = "options[timeOffset]";
    static final String CURSOR = "page[cursor]";
    static final String LIMIT = "page[limit]";
    static final String SORT = "sort";

    static final List<String> ALL = List.of(QUERY, FROM, TO, TIMEZONE, TIME_OFFSET, CURSOR, LIMIT, SORT);

    private SearchParameters() {}

    /** Those of a query; a blank one is absent. */
    static SortedMap<String, String> of(UnaryOperator<String> parameter) {
        var given = new TreeMap<String, String>();
        for (var name : ALL) {
            var value = parameter.apply(name);
            if (value != null && !value.isBlank()) {
                given.put(name, value);
            }
        }
        return given;
    }

    /** The name of a parameter as errors and JSON have it: {@code filter.query}. */
    static String dotted(String name) {
        return name.replace('[', '.').replace("]", "");
    }
}

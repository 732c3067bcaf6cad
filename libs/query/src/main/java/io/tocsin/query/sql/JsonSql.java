package io.tocsin.query.sql;

import java.util.List;
import java.util.stream.Collectors;

import io.tocsin.query.meaning.AttributePath;
import io.tocsin.query.tree.Present;
import io.tocsin.query.tree.Test;

/** Tests of values in the JSON attributes. */
final class JsonSql {

    private static final Operand LEAF = new Operand("(leaf #>> '{}')", "jsonb_typeof(leaf) = 'number'");

    private JsonSql() {}

    static String any(Test test, AttributePath path, SqlParameters parameters) {
        var routes = path.routes()
                .stream()
                .map(JsonSql::jsonPath)
                .toList();
        return "exists (select from unnest(" + parameters.texts(routes) + ") as route,"
                + " jsonb_path_query(attributes, route::jsonpath) as leaf where " + condition(test, parameters) + ")";
    }

    private static String condition(Test test, SqlParameters parameters) {
        return test instanceof Present
                ? "jsonb_typeof(leaf) <> 'null'"
                : "jsonb_typeof(leaf) in ('string', 'number', 'boolean') and " + ValueSql.of(test, LEAF, parameters);
    }

    /** In lax mode, which enters lists on the way by itself; the end stands for the elements of a list there. */
    private static String jsonPath(List<String> steps) {
        return steps.stream()
                .map(JsonSql::quoted)
                .collect(Collectors.joining("", "lax $", "[*]"));
    }

    private static String quoted(String step) {
        var out = new StringBuilder(".\"");
        step.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\') {
                out.append("\\u%04x".formatted(c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}

package io.tocsin.charts.values;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The table of a README: every key, its default, what it means. */
final class ValuesTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> rows = new ArrayList<>(List.of("| Key | Default | Meaning |", "| --- | --- | --- |"));

    private ValuesTable() {}

    static String of(Value root) {
        var table = new ValuesTable();
        root.children().forEach(table::add);
        return String.join("\n", table.rows) + "\n";
    }

    private void add(String path, Value value) {
        if (value.isLeaf() || value.rules().containsKey("additionalProperties")) {
            rows.add("| `%s` | `%s` | %s |".formatted(path, json(value.preset()), meaning(path, value)));
            return;
        }
        if (!value.comment().isEmpty()) {
            rows.add("| `%s` | | %s |".formatted(path, meaning(path, value)));
        }
        value.children().forEach((name, child) -> add(path + "." + name, child));
    }

    /** A key which nobody explains is not done. */
    private static String meaning(String path, Value value) {
        if (value.comment().isEmpty()) {
            throw new IllegalStateException(path + " has no comment in values.yaml");
        }
        var choices = value.rules().get("enum") instanceof List<?> list ? " One of " + list + "." : "";
        return (value.comment() + choices).strip().replace("|", "\\|");
    }

    private static String json(Object preset) {
        try {
            return JSON.writeValueAsString(preset).replace("|", "\\|");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.tocsin.charts.values;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** The files which are written from the comments of {@code values.yaml}: the schema of each chart, and the table of its README. */
public final class ChartFiles {

    private static final String LIBRARY = "service-lib";
    private static final String UMBRELLA = "tocsin";
    private static final String BEGIN = "<!-- written from values.yaml: begin -->\n";
    private static final String END = "<!-- written from values.yaml: end -->";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path helm;
    private final List<String> services;

    public ChartFiles(Path helm, List<String> services) {
        this.helm = helm;
        this.services = List.copyOf(services);
    }

    /** Each file as it should be. */
    public Map<Path, String> expected() {
        var files = new LinkedHashMap<Path, String>();
        services.forEach(service -> add(files, service, valuesOf(service), valuesOf(service)));
        var umbrella = ValuesReader.read(helm.resolve(UMBRELLA).resolve("values.yaml"));
        var shared = new Value("", Map.of(), Map.of(), Map.of("global", library().child("global")));
        add(files, UMBRELLA, withServices(umbrella.with(shared)), withoutServices(umbrella.with(shared)));
        return files;
    }

    /** What a chart of one service takes: its own keys over those of the library. */
    private Value valuesOf(String service) {
        return library().with(ValuesReader.read(helm.resolve(service).resolve("values.yaml")));
    }

    private Value library() {
        return ValuesReader.read(helm.resolve(LIBRARY).resolve("values.yaml")).child("exports").child("service");
    }

    private void add(Map<Path, String> files, String chart, Value schema, Value table) {
        var folder = helm.resolve(chart);
        files.put(folder.resolve("values.schema.json"), json(Schema.of(open(schema, LIBRARY), chart)));
        files.put(folder.resolve("README.md"), withTable(folder.resolve("README.md"), ValuesTable.of(table)));
    }

    /** Helm itself puts the values of the library under its name. */
    private static Value open(Value root, String name) {
        var anything = new Value("What Helm itself puts here.", Map.of("additionalProperties", true), Map.of(), Map.of());
        return root.with(new Value("", Map.of(), Map.of(), Map.of(name, anything)));
    }

    /** Their own schemas are strict already. */
    private Value withServices(Value umbrella) {
        var result = umbrella;
        for (var service : services) {
            result = open(result, service);
        }
        return result;
    }

    private Value withoutServices(Value umbrella) {
        var result = umbrella;
        for (var service : services) {
            result = result.without(service);
        }
        return result;
    }

    private static String withTable(Path readme, String table) {
        try {
            var text = Files.readString(readme);
            var begin = text.indexOf(BEGIN) + BEGIN.length();
            return text.substring(0, begin) + "\n" + table + "\n" + text.substring(text.indexOf(END));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object schema) {
        try {
            return JSON.writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

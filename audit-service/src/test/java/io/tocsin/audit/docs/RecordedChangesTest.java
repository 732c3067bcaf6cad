package io.tocsin.audit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** docs/audit.md lists every call which changes something. It is held to the OpenAPI documents and to the tests it names. */
class RecordedChangesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| `?([^|`]+)`? \\| ([^|]+) \\| ([^|]*)\\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Set<String> CHANGING = Set.of("post", "put", "delete", "patch");

    private record Row(String service, String call, String entry, String tests) {}

    @Test
    void everyCallWhichChangesSomethingHasARow() throws IOException {
        var listed = rows().stream().map(Row::call).toList();

        for (var document : documents()) {
            assertThat(changingCalls(document)).as(document + " against docs/audit.md").isSubsetOf(listed);
        }
    }

    @Test
    void everyRowNamesItsTestOrSaysWhyThereIsNoEntry() throws IOException {
        assertThat(rows()).isNotEmpty()
                .allMatch(row -> row.entry().startsWith("none: ") ^ TEST.matcher(row.tests()).find());
    }

    @Test
    void everyCallOfTheTableIsThere() throws IOException {
        var calls = new TreeSet<String>();
        for (var document : documents()) {
            calls.addAll(changingCalls(document));
        }

        assertThat(rows()).filteredOn(row -> row.call().contains("/")).extracting(Row::call).isSubsetOf(calls);
    }

    /** A test which does not know the sentence cannot have found the entry. */
    @Test
    void everyTestWhichIsNamedLooksForTheEntry() throws IOException {
        var blind = new ArrayList<String>();
        for (var row : rows()) {
            for (var match = TEST.matcher(row.tests()); match.find();) {
                if (!source(match.group(1), match.group(2)).contains(row.entry())) {
                    blind.add(match.group() + " does not look for '" + row.entry() + "'");
                }
            }
        }
        assertThat(blind).isEmpty();
    }

    private static List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        var page = Files.readString(ROOT.resolve("docs/audit.md"));
        var table = page.substring(page.indexOf("## What is recorded"), page.indexOf("## Forgetting"));
        for (var line : table.lines().filter(each -> !each.contains("---") && !each.contains("| Call |")).toList()) {
            var match = ROW.matcher(line);
            if (match.matches()) {
                rows.add(new Row(match.group(1), match.group(2), match.group(3).strip(), match.group(4)));
            }
        }
        return rows;
    }

    private static List<Path> documents() throws IOException {
        try (var files = Files.list(ROOT.resolve("docs/openapi"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private static Set<String> changingCalls(Path document) throws IOException {
        var calls = new TreeSet<String>();
        Map<String, Object> api = new Yaml().load(Files.readString(document));
        if (api.get("paths") instanceof Map<?, ?> paths) {
            paths.forEach((path, verbs) -> ((Map<?, ?>) verbs).keySet()
                    .stream()
                    .filter(CHANGING::contains)
                    .forEach(verb -> calls.add(verb.toString().toUpperCase(Locale.ROOT) + " " + path)));
        }
        return calls;
    }

    /** Of one of its methods, or the whole for null; empty when there is none. */
    private static String source(String test, String method) throws IOException {
        try (Stream<Path> files = Stream.of("events-service", "alerts-service", "audit-service", "notifier-service",
                "libs/http-kit")
                .flatMap(module -> walk(ROOT.resolve(module).resolve("src/test")))) {
            var file = files.filter(each -> each.endsWith(test + ".java")).findFirst();
            var text = file.isPresent() ? Files.readString(file.get()) : "";
            return method == null ? text : body(text, " " + method + "(");
        }
    }

    private static String body(String text, String method) {
        var start = text.indexOf(method);
        return start < 0 ? "" : text.substring(start, text.indexOf("\n    }\n", start));
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

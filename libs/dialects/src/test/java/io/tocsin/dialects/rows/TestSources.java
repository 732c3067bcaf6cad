package io.tocsin.dialects.rows;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the text of a test by the name which a row gives it. */
final class TestSources {

    private static final List<String> MODULES = List.of("libs/dialects", "libs/query", "libs/http-kit", "libs/model",
            "events-service", "alerts-service", "audit-service", "notifier-service", "e2e");
    private static final String CLIENTS = "e2e/clients/";
    private static final String PAYLOADS = "libs/dialects/src/test/resources/";

    private static final Pattern OF_A_CLIENT = Pattern.compile("(?<file>[\\w-]+/[\\w.-]+): (?<test>.+)");
    private static final Pattern OF_A_CLASS = Pattern.compile("(?<type>\\w+)\\.(?<method>\\w+)(\\[(?<word>.+)])?");
    private static final Pattern PROVIDER = Pattern.compile("@MethodSource\\(\"(\\w+)\"\\)");
    private static final Pattern PAYLOAD = Pattern.compile("\"((v2/)?[\\w.-]+\\.json)\"");

    private final Checkout checkout;
    private final Map<String, List<Path>> classes;
    private final Map<String, String> texts = new HashMap<>();

    TestSources(Checkout checkout) {
        this.checkout = checkout;
        this.classes = MODULES.stream()
                .flatMap(module -> files(checkout.root().resolve(module + "/src/test/java")))
                .filter(file -> file.toString().endsWith(".java"))
                .collect(Collectors.groupingBy(file -> file.getFileName().toString().replace(".java", "")));
    }

    /** The test with its annotations and payloads; empty when there is no such test. */
    String textOf(String name) {
        return texts.computeIfAbsent(name, this::find);
    }

    private String find(String name) {
        var client = OF_A_CLIENT.matcher(name);
        if (client.matches()) {
            return inFile(client.group("file"), client.group("test"));
        }
        var method = OF_A_CLASS.matcher(name);
        if (!method.matches()) {
            return "";
        }
        var text = classes.getOrDefault(method.group("type"), List.of())
                .stream()
                .map(file -> test(Checkout.text(file), method.group("method")))
                .collect(joining());
        return method.group("word") == null || text.contains(method.group("word")) ? text : "";
    }

    /** What surrounds a test of a client belongs to it: its data often stand outside. */
    private String inFile(String file, String test) {
        var path = checkout.root().resolve(CLIENTS + file);
        var text = Files.exists(path) ? Checkout.text(path) : "";
        var declared = Stream.of("def " + test + "(", "func " + test + "(", "test(\"" + test + "\"", "test(`" + test + "`");
        return declared.anyMatch(text::contains) ? text : "";
    }

    private String test(String source, String name) {
        var text = method(source, "void " + name);
        var providers = PROVIDER.matcher(text).results().map(match -> method(source, "Stream<Arguments> " + match.group(1)));
        return text + providers.collect(joining()) + payloads(text);
    }

    /** From the end of the method before it to its own. */
    private static String method(String source, String name) {
        var declaration = Pattern.compile(Pattern.quote(name + "(")).matcher(source);
        if (!declaration.find()) {
            return "";
        }
        var begin = Math.max(source.lastIndexOf("\n    }\n", declaration.start()), source.lastIndexOf(";\n\n",
                declaration.start()));
        return source.substring(begin, source.indexOf("\n    }\n", declaration.start()));
    }

    private String payloads(String text) {
        return PAYLOAD.matcher(text)
                .results()
                .flatMap(match -> Stream.of("datadog/", "dynatrace/").map(folder -> PAYLOADS + folder + match.group(1)))
                .filter(path -> Files.exists(checkout.root().resolve(path)))
                .map(checkout::text)
                .collect(joining());
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

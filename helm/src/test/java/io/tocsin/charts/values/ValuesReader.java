package io.tocsin.charts.values;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a {@code values.yaml} with its comments. {@code @schema {...}} in a comment adds to the schema of its key. */
final class ValuesReader {

    private static final String RULES = "@schema ";

    private ValuesReader() {}

    static Value read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            var options = new LoaderOptions();
            options.setProcessComments(true);
            return value(new Yaml(options).compose(text), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Value value(Node node, List<String> comment) {
        var children = new LinkedHashMap<String, Value>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> children.put(name(entry), child(entry)));
        }
        return new Value(
                String.join(" ", comment.stream().filter(line -> !line.startsWith(RULES)).toList()),
                comment.stream().filter(line -> line.startsWith(RULES)).findFirst().map(ValuesReader::rules).orElse(Map.of()),
                new Preset(node).toObject(),
                children);
    }

    private static Value child(NodeTuple entry) {
        return value(entry.getValueNode(), lines(entry.getKeyNode()));
    }

    private static String name(NodeTuple entry) {
        return ((ScalarNode) entry.getKeyNode()).getValue();
    }

    /** A blank line ends what belongs to somebody else. */
    private static List<String> lines(Node key) {
        var lines = new ArrayList<String>();
        for (CommentLine line : key.getBlockComments() == null ? List.<CommentLine>of() : key.getBlockComments()) {
            if (line.getCommentType() == CommentType.BLANK_LINE) {
                lines.clear();
            } else {
                lines.add(line.getValue().strip());
            }
        }
        return lines;
    }

    private static Map<String, Object> rules(String line) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(line.substring(RULES.length()));
    }

    /** The plain value of a node. */
    private static final class Preset extends SafeConstructor {

        private final Node node;

        Preset(Node node) {
            super(new LoaderOptions());
            this.node = node;
        }

        Object toObject() {
            return constructDocument(node);
        }
    }
}

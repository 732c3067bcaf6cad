package io.tocsin.charts.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.tocsin.charts.rendered.Manifest;

/** Kinds for which nobody publishes types: {@code operators.yaml} has those of their fields which we use, from their documentation. */
final class DescribedApi {

    private static final Map<String, Object> KINDS = read();

    private DescribedApi() {}

    static Optional<String> objection(Manifest object) {
        var shape = KINDS.get(object.apiVersion() + " " + object.kind());
        return shape == null
                ? Optional.of(object.apiVersion() + " " + object.kind() + " is not known")
                : objection("spec", object.at("spec"), shape);
    }

    private static Optional<String> objection(String path, Object value, Object shape) {
        if (shape instanceof Map<?, ?> fields) {
            return value instanceof Map<?, ?> map ? ofFields(path, map, fields) : Optional.of(path + " is no object");
        }
        if (shape instanceof List<?> items) {
            return value instanceof List<?> list
                    ? list.stream().flatMap(item -> objection(path + "[]", item, items.get(0)).stream()).findFirst()
                    : Optional.of(path + " is no list");
        }
        return isOf(String.valueOf(shape), value) ? Optional.empty() : Optional.of(path + " is no " + shape + ": " + value);
    }

    private static Optional<String> ofFields(String path, Map<?, ?> map, Map<?, ?> fields) {
        return map.entrySet()
                .stream()
                .flatMap(entry -> fields.containsKey(entry.getKey())
                        ? objection(path + "." + entry.getKey(), entry.getValue(), fields.get(entry.getKey())).stream()
                        : Optional.of(path + "." + entry.getKey() + " is not known").stream())
                .findFirst();
    }

    private static boolean isOf(String type, Object value) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer;
            case "boolean" -> value instanceof Boolean;
            case "strings" -> value instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static Map<String, Object> read() {
        try (var text = DescribedApi.class.getResourceAsStream("/operators.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

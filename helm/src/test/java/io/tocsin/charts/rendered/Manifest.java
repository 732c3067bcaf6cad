package io.tocsin.charts.rendered;

import java.util.List;
import java.util.Map;

/** One Kubernetes object. */
public record Manifest(Map<?, ?> content) {

    public String apiVersion() {
        return String.valueOf(content.get("apiVersion"));
    }

    public String kind() {
        return String.valueOf(content.get("kind"));
    }

    public String name() {
        return text("metadata", "name");
    }

    /** What stands at this path of keys; null when nothing does. */
    public Object at(String... path) {
        return at(content, path);
    }

    public String text(String... path) {
        return String.valueOf(at(path));
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String... path) {
        return at(path) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list(String... path) {
        return at(path) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }

    /** The specification of its pod; empty when it makes none. */
    public Map<String, Object> pod() {
        return kind().equals("Pod") ? map("spec") : map("spec", "template", "spec");
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> containers() {
        return (List<Map<String, Object>>) pod().getOrDefault("containers", List.of());
    }

    /** What stands at a path below any part of an object. */
    public static Object at(Object start, String... path) {
        var here = start;
        for (var key : path) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}

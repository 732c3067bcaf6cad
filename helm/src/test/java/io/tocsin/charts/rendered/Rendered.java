package io.tocsin.charts.rendered;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Kubernetes objects, as a chart or a file made them. */
public record Rendered(List<Manifest> objects) {

    public static Rendered parse(String yaml) {
        var objects = new ArrayList<Manifest>();
        for (var document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml)) {
            if (document instanceof Map<?, ?> map && !map.isEmpty()) {
                objects.add(new Manifest(map));
            }
        }
        return new Rendered(List.copyOf(objects));
    }

    public static Rendered read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Stream<Manifest> ofKind(String kind) {
        return objects.stream().filter(object -> object.kind().equals(kind));
    }

    public Manifest one(String kind, String name) {
        return ofKind(kind)
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no " + kind + " " + name + " among " + objects));
    }

    /** Deployments, jobs and pods, each with the pod that it makes. */
    public Stream<Manifest> workloads() {
        return objects.stream().filter(object -> !object.pod().isEmpty());
    }
}

package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;

/** Components as numbers, so that a snapshot has each name once. */
final class Names {

    private final Map<Component, Integer> numbers = new LinkedHashMap<>();

    Names(Iterable<Flow> flows) {
        flows.forEach(flow -> flow.components().forEach(component -> numbers.putIfAbsent(component, numbers.size())));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(numbers.size());
        for (var component : numbers.keySet()) {
            out.writeByte(component.type().ordinal());
            out.writeUTF(component.name());
        }
    }

    static List<Component> read(DataInput in) throws IOException {
        var names = new ArrayList<Component>();
        for (int left = in.readInt(); left > 0; left--) {
            names.add(new Component(EventType.values()[in.readByte()], in.readUTF()));
        }
        return names;
    }

    void writeList(List<Component> components, DataOutput out) throws IOException {
        out.writeByte(components.size());
        for (var component : components) {
            out.writeInt(numbers.get(component));
        }
    }

    static List<Component> readList(DataInput in, List<Component> names) throws IOException {
        var components = new ArrayList<Component>();
        for (int left = in.readByte(); left > 0; left--) {
            components.add(names.get(in.readInt()));
        }
        return List.copyOf(components);
    }
}

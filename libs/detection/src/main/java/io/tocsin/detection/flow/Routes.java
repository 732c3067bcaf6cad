package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Where the path traces of tests, and to targets, ended; those which nobody traced for a day are forgotten. */
final class Routes {

    private record Known(Route route, int minute) {}

    private final Map<String, Known> known = new TreeMap<>();
    private int changes;

    /** @param name of a test or a target */
    void learn(String name, Route route, int minute) {
        var before = known.put(name, new Known(route, minute));
        changes += before == null || !before.route().equals(route) ? 1 : 0;
    }

    void forgetBefore(int minute) {
        changes += known.values().removeIf(route -> route.minute() < minute) ? 1 : 0;
    }

    Route of(String name) {
        var found = known.get(name);
        return found == null ? Route.UNKNOWN : found.route();
    }

    /** Another number whenever any of them changed. */
    int version() {
        return changes;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(known.size());
        for (var entry : known.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().route().write(out);
            out.writeInt(entry.getValue().minute());
        }
    }

    void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            known.put(in.readUTF(), new Known(Route.read(in), in.readInt()));
        }
    }
}

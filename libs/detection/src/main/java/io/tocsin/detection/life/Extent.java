package io.tocsin.detection.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;
import io.tocsin.detection.flow.FlowKey;

/** All flows that an event ever touched. */
final class Extent {

    private static final int RECENT_ROUNDS = 2;

    private final SortedSet<FlowKey> touched = new TreeSet<>(FlowBook.KEYS);

    void add(Collection<Flow> flows) {
        flows.forEach(flow -> touched.add(flow.key()));
    }

    void add(Extent other) {
        touched.addAll(other.touched);
    }

    int size() {
        return touched.size();
    }

    /** How many of these it touched. */
    int common(Collection<Flow> flows) {
        return (int) flows.stream().filter(flow -> touched.contains(flow.key())).count();
    }

    /** Those which pass the component, whether they fail at the moment or not. */
    List<Flow> of(Component component, FlowBook book) {
        return known(book).filter(flow -> flow.components().contains(component)).toList();
    }

    /** Those which pass the component and fail, or did until a round ago. */
    List<Flow> failing(Component component, FlowBook book) {
        return of(component, book).stream().filter(Extent::fails).toList();
    }

    static boolean fails(Flow flow) {
        return flow.strip().failedWithin(RECENT_ROUNDS);
    }

    /** Minutes between the rounds of the most frequent test. */
    int interval(FlowBook book) {
        return known(book).mapToInt(Flow::intervalMinutes).min().orElse(1);
    }

    void close(FlowBook book) {
        known(book).forEach(flow -> flow.strip().close());
    }

    private Stream<Flow> known(FlowBook book) {
        return touched.stream().map(book::flow).filter(Objects::nonNull);
    }

    SortedSet<FlowKey> flows() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(touched));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(touched.size());
        for (var key : touched) {
            key.write(out);
        }
    }

    void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            touched.add(FlowKey.read(in));
        }
    }
}

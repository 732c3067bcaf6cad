package io.tocsin.notifier.destination;

import java.util.List;

/** Ports, one by one or in ranges. */
final class Ports {

    private final List<Range> ranges;

    private Ports(List<Range> ranges) {
        this.ranges = ranges;
    }

    static Ports of(List<String> texts) {
        return new Ports(texts.stream().map(Range::of).toList());
    }

    boolean contain(int port) {
        return ranges.stream().anyMatch(range -> port >= range.first() && port <= range.last());
    }

    private record Range(int first, int last) {

        static Range of(String text) {
            var ends = text.strip().split("-", 2);
            return new Range(Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[ends.length - 1].strip()));
        }
    }
}

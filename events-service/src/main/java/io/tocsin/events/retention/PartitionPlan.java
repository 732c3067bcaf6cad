package io.tocsin.events.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which partitions one class lacks. New ones begin at multiples of the width, but never reach into one that exists. */
final class PartitionPlan {

    /** A Monday, so that partitions of a week are weeks. */
    private static final long ORIGIN = Instant.parse("1970-01-05T00:00:00Z").toEpochMilli();

    private final List<Span> spans;
    private final List<Span> missing = new ArrayList<>();
    private final long width;

    PartitionPlan(List<Span> existing, Duration width) {
        this.spans = new ArrayList<>(existing);
        this.width = width.toMillis();
    }

    /** Every moment from the first to the last shall have a partition. */
    PartitionPlan cover(Instant first, Instant last) {
        for (var time = first; !time.isAfter(last); time = at(time).until()) {
            cover(time);
        }
        return this;
    }

    PartitionPlan cover(Instant time) {
        var span = at(time);
        if (!spans.contains(span)) {
            spans.add(span);
            missing.add(span);
        }
        return this;
    }

    /** What is to be made. */
    List<Span> missing() {
        return missing;
    }

    private Span at(Instant time) {
        return spans.stream()
                .filter(span -> span.contains(time))
                .findFirst()
                .orElseGet(() -> between(time, slot(time)));
    }

    /** The slot of this time without what others have of it. */
    private Span between(Instant time, Span slot) {
        var from = slot.from();
        var until = slot.until();
        for (var span : spans) {
            if (!span.until().isAfter(time) && span.until().isAfter(from)) {
                from = span.until();
            }
            if (span.from().isAfter(time) && span.from().isBefore(until)) {
                until = span.from();
            }
        }
        return new Span(from, until);
    }

    private Span slot(Instant time) {
        var start = ORIGIN + Math.floorDiv(time.toEpochMilli() - ORIGIN, width) * width;
        return new Span(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + width));
    }
}

package io.tocsin.benchmarks.feed;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.tocsin.benchmarks.workbench.Latencies;
import io.vertx.core.buffer.Buffer;

/** Counts the events in a stream, however it was cut into chunks. */
final class HeardEvents {

    private static final byte[] DATA = "\ndata: {".getBytes(StandardCharsets.US_ASCII);
    /** The title of an event is when its poster began, in nanoseconds. */
    private static final Pattern BEGUN = Pattern.compile("\"title\":\"(\\d+)\"");

    private final Latencies latencies;
    private volatile long count;
    private int matched;

    /** @param latencies null for one that only counts */
    HeardEvents(Latencies latencies) {
        this.latencies = latencies;
    }

    void take(Buffer chunk) {
        var found = 0;
        for (var at = 0; at < chunk.length(); at++) {
            matched = next(chunk.getByte(at));
            if (matched == DATA.length) {
                matched = 0;
                found++;
            }
        }
        count += found;
        if (latencies != null) {
            note(chunk.toString(StandardCharsets.US_ASCII));
        }
    }

    private int next(byte character) {
        if (character == DATA[matched]) {
            return matched + 1;
        }
        return character == DATA[0] ? 1 : 0;
    }

    private void note(String text) {
        var now = System.nanoTime();
        BEGUN.matcher(text).results().forEach(found -> latencies.add(now - Long.parseLong(found.group(1))));
    }

    long count() {
        return count;
    }
}

package io.tocsin.benchmarks.workbench;

import java.nio.file.Path;
import java.util.List;

import io.tocsin.local.process.Program;

/** What a JVM keeps: the bytes of all objects that are alive after a full collection, which this asks for. */
public record LiveHeap(long pid) {

    private static final String JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

    public long bytes() {
        var histogram = Program.run(List.of(JCMD, Long.toString(pid), "GC.class_histogram"));
        return histogram.output()
                .lines()
                .filter(line -> line.startsWith("Total"))
                .map(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("jcmd says nothing of the heap: " + histogram.output()));
    }
}

package io.tocsin.benchmarks.micro;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.tocsin.benchmarks.workbench.SampleEvent;
import io.tocsin.dialects.datadog.DatadogEventReader;
import io.tocsin.dialects.datadog.DatadogEventTranslator;
import io.tocsin.model.EventContent;

/** What every POST pays before it waits for its commit: bytes to the canonical event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DatadogEventBenchmark {

    private static final Instant RECEIVED_AT = Instant.parse("2026-07-30T10:00:01Z");

    private final byte[] body = SampleEvent.json(17).getBytes(StandardCharsets.UTF_8);
    private final DatadogEventReader reader = new DatadogEventReader();
    private final DatadogEventTranslator translator = new DatadogEventTranslator();

    @Benchmark
    public EventContent readAndTranslate() {
        return translator.toModel(reader.read(body), RECEIVED_AT);
    }
}

package io.tocsin.benchmarks.micro;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.tocsin.query.EventQuery;
import io.tocsin.query.sql.SqlPredicate;

/** Reading a search happens once per request or rule; matching once per rule and event, which is what must be fast. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EventQueryBenchmark {

    @Param
    Searches search;

    private EventQuery query;

    @Setup
    public void parseOnce() {
        query = EventQuery.parse(search.text);
    }

    @Benchmark
    public EventQuery parse() {
        return EventQuery.parse(search.text);
    }

    @Benchmark
    public boolean match() {
        return query.matches(Searches.EVENT);
    }

    @Benchmark
    public SqlPredicate toSql() {
        return query.toSql(Searches.EVENT.scope(), 1);
    }
}

package io.tocsin.benchmarks.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

import io.tocsin.benchmarks.search.SearchForm.Search;
import io.tocsin.benchmarks.workbench.Api;
import io.tocsin.benchmarks.workbench.Latencies;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.SampleEvent;
import io.tocsin.benchmarks.workbench.ServiceDatabase;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.service.Service;
import io.tocsin.model.Scope;

/** The newest 100 by time, tag and text: through the service and by plain SQL, among few events and among many. */
public final class SearchRun {

    /** Of each form: until the JVM has compiled what it runs, at first, and the pages are in memory, always. */
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    /** Plain SQL and the service take turns, as a host has good and bad seconds. */
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    private final SearchOptions options;

    public SearchRun(SearchOptions options) {
        this.options = options;
    }

    public void run() throws Exception {
        try (var bench = Workbench.open("search", options::apply)) {
            bench.describe();
            measure(bench);
        }
    }

    private void measure(Workbench bench) throws Exception {
        bench.api(Service.EVENTS).postEvent(SampleEvent.json(1));
        var few = measure(options.few(), bench, Map.of());
        measure(options.many(), bench, few);
    }

    /** @param p99 of the service, in milliseconds; @param found by the last search */
    private record Figures(double p99, int found) {}

    private Map<SearchForm, Figures> measure(int events, Workbench bench, Map<SearchForm, Figures> before) throws Exception {
        var database = bench.database(Service.EVENTS);
        var service = bench.api(Service.EVENTS);
        var scope = new Scope(database.text("select organization from event limit 1"),
                database.text("select account_group from event limit 1"));
        var end = StoredEvents.end();
        Report.progress("making %,d events".formatted(events));
        new StoredEvents(database, scope).fill(events);
        bench.writeOut();
        Report.line("stored", "%,d events; table %s, indexes %s".formatted(
                database.number("select count(*) from event"), size(database, "pg_table_size"), size(database,
                        "pg_indexes_size")));
        var figures = new EnumMap<SearchForm, Figures>(SearchForm.class);
        if (before.isEmpty()) {
            warmUp(service, end);
        }
        try (var sql = new SqlSearch(database, scope)) {
            for (var form : SearchForm.values()) {
                figures.put(form, measure(form, sql, service, end, before.get(form)));
            }
        }
        return figures;
    }

    private static void warmUp(Api service, Instant end) throws Exception {
        Report.progress("warming up");
        for (var form : SearchForm.values()) {
            repeat(FIRST_WARM_UP, form, end, search -> get(service, search), new Latencies());
        }
    }

    private static String size(ServiceDatabase database, String function) throws Exception {
        return database.text("select pg_size_pretty(sum(" + function
                + "(relid))) from pg_partition_tree('event') where isleaf");
    }

    /** @param before among fewer events, null at first */
    private Figures measure(SearchForm form, SqlSearch sql, Api service, Instant end, Figures before) throws Exception {
        Report.progress(form.title());
        repeat(WARM_UP, form, end, sql::run, new Latencies());
        repeat(WARM_UP, form, end, search -> get(service, search), new Latencies());
        var plain = new Latencies();
        var served = new Latencies();
        for (var turn = 0; turn < options.seconds(); turn++) {
            repeat(TURN, form, end, sql::run, plain);
            repeat(TURN, form, end, search -> get(service, search), served);
        }
        var last = form.any(end);
        var figures = new Figures(served.millis(0.99), sql.run(last));
        Report.line(form.title(), "SQL p50 %.1f p99 %.1f ms, service p50 %.1f p99 %.1f ms, ratio of p99 %.2f%s; %d rows; %s"
                .formatted(
                        plain.millis(0.5), plain.millis(0.99), served.millis(0.5), served.millis(0.99),
                        figures.p99() / plain.millis(0.99), toFew(figures, before), figures.found(), pages(sql, last)));
        return figures;
    }

    /** Where few events hold no hundred of a kind, many have more to read: what is found there stands beside the ratio. */
    private static String toFew(Figures figures, Figures before) {
        return before == null ? "" : ", to few %.2f (%d rows)".formatted(figures.p99() / before.p99(), before.found());
    }

    private static String pages(SqlSearch sql, Search search) throws Exception {
        var buffers = BUFFERS.matcher(String.join("\n", sql.explain(search)));
        return buffers.find()
                ? "first statement: %s pages hit, %s read".formatted(buffers.group(1),
                        buffers.group(2) == null ? "0" : buffers.group(2))
                : "";
    }

    private static void repeat(Duration time, SearchForm form, Instant end, Step step, Latencies latencies) throws Exception {
        var deadline = System.nanoTime() + time.toNanos();
        for (var started = System.nanoTime(); started < deadline; started = System.nanoTime()) {
            step.run(form.any(end));
            latencies.add(System.nanoTime() - started);
        }
    }

    private static int get(Api service, Search search) throws IOException, InterruptedException {
        return service.search(search.query(), search.from(), search.until());
    }

    private interface Step {

        int run(Search search) throws Exception;
    }
}

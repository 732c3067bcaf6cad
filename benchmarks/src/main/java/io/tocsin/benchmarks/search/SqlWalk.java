package io.tocsin.benchmarks.search;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.tocsin.benchmarks.search.SearchForm.Search;
import io.tocsin.benchmarks.search.SqlSearch.Row;

/** What the service reads for a page and in which pieces, by how often it was found so far: its {@code Pace} once more. */
record SqlWalk(SqlSearch sql) {

    static final int SAMPLE = 1_000;

    private static final int COMMON = 20;
    private static final int GROWTH = 8;
    private static final int FEW = 2;
    private static final Duration FIRST = Duration.ofDays(7);

    /** How many it found. */
    int read(Search search) throws SQLException {
        var sample = sample(search);
        var found = sql.read(SqlSearch.ALONG_THE_FEED, sample, SqlSearch.PAGE, SAMPLE);
        return isCutOff(found) ? found.size() - 1 + on(search, found) : found.size();
    }

    private int on(Search search, List<Row> sample) throws SQLException {
        var sampled = sample.size() - 1;
        var end = sample.get(sampled).happened();
        var density = (double) SAMPLE / Math.max(1, Duration.between(end, search.until()).toMillis());
        var unread = new Search(search.query(), search.from(), end.plusNanos(1_000));
        return sampled >= COMMON ? common(unread, sampled, density) : rare(unread, sampled, density);
    }

    private int common(Search unread, int sampled, double density) throws SQLException {
        var ahead = 1.5 * (SqlSearch.PAGE - sampled) * SAMPLE / sampled;
        var rows = SAMPLE * Integer.highestOneBit((int) (2 * ahead / SAMPLE) | 1);
        return sql.read(SqlSearch.ALONG_THE_FEED, first(unread, time(GROWTH * ahead / density)), SqlSearch.PAGE - sampled, rows)
                .size();
    }

    private int rare(Search search, int sampled, double density) throws SQLException {
        var unread = search;
        var found = 0;
        var rows = (double) SAMPLE;
        var most = Double.MAX_VALUE;
        while (sampled + found < SqlSearch.PAGE && unread.from().isBefore(unread.until())) {
            var wanted = SqlSearch.PAGE - sampled - found;
            var share = Math.max(sampled + found, 0.5) / rows;
            var few = share * density * Duration.between(unread.from(), unread.until()).toMillis() < FEW * wanted;
            var piece = few ? unread : first(unread, time(Math.min(most, 1.5 * wanted / share) / density));
            found += sql.read(SqlSearch.BY_TERMS, piece, wanted, 0).size();
            var passed = density * Duration.between(piece.from(), piece.until()).toMillis();
            most = GROWTH * passed;
            rows += passed;
            unread = new Search(search.query(), search.from(), piece.from());
        }
        return found;
    }

    private static Duration time(double millis) {
        return Duration.ofMillis((long) Math.ceil(Math.min(millis, Duration.ofDays(10_000).toMillis())));
    }

    static Search sample(Search search) {
        return first(search, FIRST);
    }

    private static Search first(Search search, Duration length) {
        return length.multipliedBy(2).compareTo(Duration.between(search.from(), search.until())) >= 0
                ? search
                : new Search(search.query(), search.until().minus(length), search.until());
    }

    private static boolean isCutOff(List<Row> found) {
        return !found.isEmpty() && found.get(found.size() - 1).place() > 0;
    }
}

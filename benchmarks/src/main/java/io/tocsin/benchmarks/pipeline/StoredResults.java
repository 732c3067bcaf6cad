package io.tocsin.benchmarks.pipeline;

import java.sql.SQLException;
import java.time.Instant;

import io.tocsin.benchmarks.workbench.ServiceDatabase;

/**
 * Rounds of HTTP server tests as events-service stores them, a minute each, one result in five hundred an error. They are written by SQL,
 * so that accepting them is not measured.
 */
final class StoredResults {

    private static final int SECONDS = 60;
    private static final long DAY = 86_400;

    private static final String TESTS = """
            insert into test (organization, account_group, id, type, name, interval_s, server, first_seen_at, last_seen_at)
            select 'bench', '1', number, 'HTTP_SERVER', 'Shop ' || number, 60,
                   'https://www' || number || '.corp' || number / 4 || '.example:443/', now(), now()
              from generate_series(1, %d) as number
            """;

    private static final String AGENTS = """
            insert into source (organization, account_group, kind, id, name, type, country_id, network, first_seen_at, last_seen_at)
            select 'bench', '1', 'AGENT', number, 'Agent ' || number, 'cloud', 'C' || number / 10,
                   'Net (AS ' || 64500 + number / 5 || ')', now(), now()
              from generate_series(1, %d) as number
            """;

    private static final String RESULTS = """
            insert into %s (organization, account_group, test_id, layer, source_kind, source_id, target, round_id, target_parts,
                            measured_at, received_at, measurements)
            select 'bench', '1', test, 'HTTP_SERVER', 'AGENT', agent, '', round, '{}', to_timestamp(round), now(),
                   jsonb_build_object('values', case when hashint8(round * 31 + test * 1009 + agent) %% 500 = 0
                       then jsonb_build_object('errorType', 'HTTP', 'responseCode', 503)
                       else jsonb_build_object('errorType', 'None', 'responseCode', 200, 'responseTime', 80.0 + agent, 'connectTime', 12.0,
                                               'dnsTime', 4.0, 'sslTime', 21.0, 'waitTime', 30.0, 'receiveTime', 12.0,
                                               'wireSize', 51234, 'throughput', 4269500) end, 'children', '{}'::jsonb)
              from generate_series(1, %d) as test, generate_series(1, %d) as agent, (values (%d::bigint)) as minute(round)
            """;

    private static final String DAY_OF_RESULTS = """
            do $$ begin
                if to_regclass('test_result_%1$s') is null then perform make_result_partition('test_result_%1$s', %2$d, %3$d); end if;
            end $$
            """;

    private final ServiceDatabase database;
    private final PipelineOptions options;
    private final long firstMinute;

    /** They end some minutes ago. */
    StoredResults(ServiceDatabase database, PipelineOptions options, Instant now) {
        this.database = database;
        this.options = options;
        this.firstMinute = now.getEpochSecond() / SECONDS - options.minutes() - 3;
    }

    void write() throws SQLException {
        database.execute(TESTS.formatted(options.tests()));
        database.execute(AGENTS.formatted(options.agents()));
        for (var day = firstMinute * SECONDS / DAY; day <= lastMinute() * SECONDS / DAY; day++) {
            database.execute(DAY_OF_RESULTS.formatted(database.text("select to_char(to_timestamp(%d), 'YYYYMMDD')".formatted(day
                    * DAY)), day * DAY, (day + 1) * DAY));
        }
        for (var minute = firstMinute; minute <= lastMinute(); minute++) {
            insert("test_result", minute);
        }
        database.execute("analyze test_result, test, source");
    }

    /** Seconds which the rows of a minute take where they are nothing but stored, with the same indexes. */
    double plain() throws SQLException {
        database.execute("create table plain_result (like test_result including all)");
        insert("plain_result", firstMinute);
        var started = System.nanoTime();
        for (var minute = firstMinute + 1; minute <= lastMinute(); minute++) {
            insert("plain_result", minute);
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        database.execute("drop table plain_result");
        return seconds / (options.minutes() - 1);
    }

    private void insert(String table, long minute) throws SQLException {
        database.execute(RESULTS.formatted(table, options.tests(), options.agents(), minute * SECONDS));
    }

    /** From now on detection knows of them. */
    void announce() throws SQLException {
        database.execute("insert into detection_news (organization, minute) select 'bench', generate_series(%d, %d)"
                .formatted(firstMinute, lastMinute()));
    }

    boolean areJudged() throws SQLException {
        return database.number("select count(*) from detection where organization = 'bench' and next_minute > "
                + lastMinute()) > 0;
    }

    private long lastMinute() {
        return firstMinute + options.minutes() - 1;
    }
}

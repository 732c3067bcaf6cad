package io.tocsin.benchmarks.search;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.tocsin.benchmarks.workbench.EventIds;
import io.tocsin.benchmarks.workbench.Report;
import io.tocsin.benchmarks.workbench.ServiceDatabase;
import io.tocsin.model.Scope;

/**
 * Events of the past, made inside PostgreSQL: in weekly partitions of their own below those of the service, with the terms that the
 * service would have made. Words are distributed as in texts: some in every fifth event, most in one of thousands.
 */
record StoredEvents(ServiceDatabase database, Scope scope) {

    static final int WEEKS = 8;
    static final int SERVICES = 300;
    static final int HOSTS = 20_000;
    static final int WORDS = 20_000;

    private static final Duration WEEK = Duration.ofDays(7);

    /** What EventTerms does, in SQL. */
    private static final String TERM = """
            create or replace function bench_term(kind text, said text) returns integer immutable parallel safe language sql as $$
                select (case when hash > 2147483647 then hash - 4294967296 else hash end)::integer
                  from (select crc32c(convert_to(kind || said, 'UTF8'))
                               # crc32c(convert_to('%s', 'UTF8') || '\\x00'::bytea || convert_to('%s', 'UTF8')) as hash) as x
            $$
            """;

    private static final List<String> STOCK = List.of(
            "drop table if exists bench_text, bench_host, bench_service, bench_env",
            """
            create table bench_text as
            select n, string_agg('w' || word, ' ') as text, array_agg(distinct bench_term('w', 'w' || word)) as terms
              from (select n, floor(power(random(), 4) * 20000)::integer as word
                      from generate_series(0, 19999) as n, generate_series(1, 30)) as words
             group by n
            """,
            """
            create table bench_host as
            select n, 'web-' || n || '.example.com' as name, array[bench_term('h', 'web-' || n || '.example.com')] as terms
              from generate_series(0, 19999) as n
            """,
            """
            create table bench_service as
            select n, 'service:svc-' || n as tag, array[bench_term('t', 'service:svc-' || n)] as terms
              from generate_series(0, 299) as n
            """,
            """
            create table bench_env as
            select n, tag, array[bench_term('t', tag)] as terms
              from unnest(array['env:prod', 'env:test', 'env:dev']) with ordinality as envs(tag, n)
            """,
            "analyze bench_text, bench_host, bench_service, bench_env");

    private static final String FILL = """
            create unlogged table event_bench_%1$d (like event including defaults);
            insert into event_bench_%1$d (retention, id, uid, organization, account_group, title, text, happened_at, status, severity,
                   priority, source, host, tags, attributes, received_at, terms)
            select 'standard', %2$d + event * ((%3$d - %2$d) / %4$d), gen_random_uuid(), '%5$s', '%6$s', 'Disk full on web-' || event,
                   text, received, 'CLOSED', 'ERROR', 'NORMAL', 'nagios', bench_host.name,
                   array[bench_env.tag, bench_service.tag, 'region:eu-central-1', 'team:payments'], '{}', received,
                   bench_text.terms || bench_host.terms || bench_service.terms || bench_env.terms
                   || array[bench_term('w', event::text), %7$s]
              from (select event, to_timestamp(%8$d + event * (604800.0 / %4$d)) as received, (event * 7919) %% 20000 as text_n,
                           (event * 104729) %% 20000 as host_n, (event * 31) %% 300 as service_n, event %% 3 + 1 as env_n
                      from generate_series(0::bigint, %4$d - 1) as event) as events
              join bench_text on bench_text.n = text_n
              join bench_host on bench_host.n = host_n
              join bench_service on bench_service.n = service_n
              join bench_env on bench_env.n = env_n
            """;

    private static final String COMMON_TERMS = """
            bench_term('w', 'disk'), bench_term('w', 'full'), bench_term('w', 'on'), bench_term('w', 'web'), bench_term('s', 'nagios'),
            bench_term('v', 'ERROR'), bench_term('t', 'region:eu-central-1'), bench_term('t', 'team:payments')""";

    private static final String ATTACH = """
            set maintenance_work_mem = '1GB';
            set max_parallel_maintenance_workers = 2;
            alter table event_standard attach partition event_bench_%1$d for values from (%2$d) to (%3$d);
            vacuum (analyze) event_bench_%1$d
            """;

    /** Where the partition of this week begins, which the service made. */
    static Instant end() {
        var monday = Instant.parse("1970-01-05T00:00:00Z").toEpochMilli();
        var now = System.currentTimeMillis() - monday;
        return Instant.ofEpochMilli(monday + now - now % WEEK.toMillis());
    }

    /** Makes so many, in place of those before. */
    void fill(int count) throws SQLException {
        database.execute(TERM.formatted(scope.organization(), scope.accountGroup()));
        for (var statement : STOCK) {
            database.execute(statement);
        }
        for (var week = 0; week < WEEKS; week++) {
            var from = end().minus(WEEK.multipliedBy(week + 1L));
            fillWeek(week, from, count / WEEKS);
            Report.progress("week %d of %d is there".formatted(week + 1, WEEKS));
        }
    }

    private void fillWeek(int week, Instant from, int count) throws SQLException {
        var firstId = EventIds.of(from);
        var endId = EventIds.of(from.plus(WEEK));
        database.execute("drop table if exists event_bench_" + week);
        database.execute(FILL.formatted(week, firstId, endId, count, scope.organization(), scope.accountGroup(), COMMON_TERMS,
                from.getEpochSecond()));
        for (var statement : ATTACH.formatted(week, firstId, endId).split(";")) {
            database.execute(statement);
        }
    }
}

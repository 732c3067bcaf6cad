-- Alerts of test results: one open alert per rule, test and target (a server of a DNS test, a prefix of a BGP test).

alter table alert
    add column test_id     text,
    add column test_name   text,
    add column target      text not null default '',
    add column target_name text,
    -- Muted by a real-time suppression window; version is one more each time it triggers anew after one.
    add column suppressed  boolean not null default false,
    add column version     integer not null default 1;

drop index alert_open_once;
create unique index alert_open_once on alert (rule_id, coalesce(test_id, ''), target) where state = 'open';
create index alert_by_test on alert (rule_id, test_id, target, until) where test_id is not null;

-- Sources of test results have a name besides their id, and say what they measured in words of their own.
alter table alert_source
    add column name             text,
    add column metrics_at_start text,
    add column metrics_at_end   text;

-- What evaluation remembers of one layer of one test and target: which sources reported in the last rounds, and for those rules which
-- anything violated what that was. One row however many rules and sources there are, rewritten once per batch: room in the page
-- keeps that cheap.
create table test_log (
    organization  text not null,
    account_group text not null,
    test_id       text not null,
    layer         text not null,
    target        text not null,
    log           text not null,
    primary key (organization, account_group, test_id, layer, target)
) with (fillfactor = 50);

-- What one source measured of one metric in the last 24 hours, for rules which ask Auto(...): up to 289 points, packed.
create table test_baseline (
    organization  text not null,
    account_group text not null,
    test_id       text not null,
    layer         text not null,
    target        text not null,
    source        text not null,
    metric        text not null,
    points        text not null,
    primary key (organization, account_group, test_id, layer, target, source, metric)
) with (fillfactor = 50);

-- Since when a source measured nothing, so that baselines of sources which left can go. No index: it changes with every point.
alter table test_baseline
    add column heard_at timestamptz not null default now();

-- What tests are called, for rules and suppression windows which name them; and since when nothing was heard of them. No index on
-- heard_at: it changes with every batch, and would keep those updates from staying in their page.
alter table test_log
    add column test_name text,
    add column test_type text,
    add column heard_at  timestamptz not null default now(),
    -- Nothing was heard for so long that its open alerts were ended.
    add column silent    boolean     not null default false;

-- Addresses which get no mail, of one organization. Without a rule they get none at all. Addresses stand in lower case.
create table suppression (
    id           uuid        primary key,
    organization text        not null,
    address      text        not null,
    rule_id      text,
    reason       text        not null,
    note         text,
    delivery_id  uuid,
    created_at   timestamptz not null,
    created_by   text        not null,
    check (reason in ('bounced', 'unsubscribed', 'by-hand'))
);

create unique index suppression_by_address on suppression (organization, address, coalesce(rule_id, ''));
create index suppression_newest on suppression (organization, created_at, id);

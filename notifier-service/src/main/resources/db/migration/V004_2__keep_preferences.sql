-- Who wants mails about the events which detection finds, one address of one account group in each row.
create table event_detection_recipient (
    id            bigint      generated always as identity primary key,
    organization  text        not null,
    account_group text        not null,
    address       text        not null,
    since         timestamptz not null,
    opted_in_by   text        not null,
    unique (organization, account_group, address)
);

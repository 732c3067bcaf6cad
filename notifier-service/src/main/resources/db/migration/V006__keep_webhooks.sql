-- Where webhooks go, and what they carry. Settings are one JSON text: nothing but whole ones is ever read or written; secrets in it
-- are references or sealed.
create table connector (
    id            uuid        primary key,
    organization  text        not null,
    account_group text        not null,
    settings      text        not null,
    updated_at    timestamptz not null
);

create index connector_of_account_group on connector (organization, account_group, id);

--   connector_ids  where it goes, in the order in which they were assigned
create table webhook_operation (
    id            uuid        primary key,
    organization  text        not null,
    account_group text        not null,
    connector_ids uuid[]      not null default '{}',
    settings      text        not null,
    updated_at    timestamptz not null
);

create index webhook_operation_of_account_group on webhook_operation (organization, account_group, id);

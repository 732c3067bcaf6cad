-- Which heads were written out, beyond the reach of whoever owns this database. A head without a row here is written out again.
create table head_publication (
    organization text        not null,
    size         bigint      not null,
    key_id       text        not null,
    published_at timestamptz not null,
    primary key (organization, size, key_id)
);

create trigger head_publication_is_append_only before update or delete or truncate on head_publication
    for each statement execute function refuse_to_change();

-- What links for unsubscribing are signed with while no secret is configured: one for all replicas, made here and never shown.
create table unsubscribe_secret (
    singleton boolean primary key default true check (singleton),
    secret    bytea   not null
);

insert into unsubscribe_secret (secret)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

package io.tocsin.events.result;

/** The part of a statement about results which writes down what they tell of tests and sources; {@link SeenColumns} are its parameters. */
final class SeenSql {

    /** Two of the steps of a {@code with}: a row which says nothing new, and was seen a moment ago, is left alone. */
    static final String STEPS = """
            seen_test as (
                insert into test as known (organization, account_group, id, type, name, interval_s, server_id, server,
                                           first_seen_at, last_seen_at)
                select organization, account_group, id, type, name, interval_s, server_id, server, seen_at, seen_at
                  from unnest($21::text[], $22::text[], $23::text[], $24::text[], $25::text[], $26::integer[], $27::text[],
                              $28::text[], $29::timestamptz[])
                       with ordinality as seen(organization, account_group, id, type, name, interval_s, server_id, server,
                                               seen_at, rank)
                 order by rank
                    on conflict (organization, account_group, id) do update
                   set type = excluded.type,
                       name = coalesce(excluded.name, known.name),
                       interval_s = coalesce(excluded.interval_s, known.interval_s),
                       server_id = coalesce(excluded.server_id, known.server_id),
                       server = coalesce(excluded.server, known.server),
                       last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
                 where known.last_seen_at < excluded.last_seen_at - interval '1 minute'
                    or known.type <> excluded.type
                    or known.name is distinct from coalesce(excluded.name, known.name)
                    or known.interval_s is distinct from coalesce(excluded.interval_s, known.interval_s)
                    or known.server_id is distinct from coalesce(excluded.server_id, known.server_id)
                    or known.server is distinct from coalesce(excluded.server, known.server)),
            seen_source as (
                insert into source as known (organization, account_group, kind, id, name, type, location, country_id, network,
                                             first_seen_at, last_seen_at)
                select organization, account_group, kind, id, name, type, location, country_id, network, seen_at, seen_at
                  from unnest($30::text[], $31::text[], $32::text[], $33::text[], $34::text[], $35::text[], $36::text[],
                              $37::text[], $38::text[], $39::timestamptz[])
                       with ordinality as seen(organization, account_group, kind, id, name, type, location, country_id,
                                               network, seen_at, rank)
                 order by rank
                    on conflict (organization, account_group, kind, id) do update
                   set name = coalesce(excluded.name, known.name),
                       type = coalesce(excluded.type, known.type),
                       location = coalesce(excluded.location, known.location),
                       country_id = coalesce(excluded.country_id, known.country_id),
                       network = coalesce(excluded.network, known.network),
                       last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
                 where known.last_seen_at < excluded.last_seen_at - interval '1 minute'
                    or known.name is distinct from coalesce(excluded.name, known.name)
                    or known.type is distinct from coalesce(excluded.type, known.type)
                    or known.location is distinct from coalesce(excluded.location, known.location)
                    or known.country_id is distinct from coalesce(excluded.country_id, known.country_id)
                    or known.network is distinct from coalesce(excluded.network, known.network))
            """;

    private SeenSql() {}
}

package io.tocsin.notifier.delivery;

/** The part of a claim which finds what is due on a channel, domain by domain and oldest first. */
final class DueSql {

    /**
     * Steps of a {@code with recursive}: {@code due}, and {@code gathered}, which goes with it. What follows an unfinished delivery has to
     * wait for it, unless both were held back for the same digest. Of the deliveries which could go to a recipient in one mail, only the
     * first may be taken, and it leads the others from then on: replicas cannot share them out. What was due before the horizon is not
     * looked for: the index still has entries of deliveries which ended since the last vacuum, and each claim would read over all of them.
     */
    static final String STEPS = """
            found as (
                (select domain
                   from delivery
                  where finished_at is null
                    and led_by is null
                    and channel = $1
                    and due_at > $12
                    and due_at <= $2
                  order by domain
                  limit 1)
                 union all
                select (select delivery.domain
                          from delivery
                         where finished_at is null
                           and led_by is null
                           and channel = $1
                           and delivery.domain > found.domain
                           and due_at > $12
                           and due_at <= $2
                         order by delivery.domain
                         limit 1)
                  from found
                 where found.domain is not null),
            domains as (
                select domain
                  from found
                 where domain is not null
                 union
                select unnest($7::text[])),
            due as materialized (
                select lead.*
                  from domains
                  left join unnest($7::text[], $8::int[], $13::timestamptz[]) as known (domain, room, since)
                         on known.domain = domains.domain
                 cross join lateral (
                        select id, state as found, attempts, organization, account_group, recipient, due_at
                          from delivery
                         where finished_at is null
                           and led_by is null
                           and channel = $1
                           and domain = domains.domain
                           and due_at > coalesce(known.since, $12)
                           and due_at <= $2
                           and not exists (select 1
                                             from delivery earlier
                                            where earlier.id = delivery.follows
                                              and earlier.finished_at is null)
                           and not ($10
                                    and state = 'accepted'
                                    and (held_until is not null or follows is null)
                                    and exists (select 1
                                                  from delivery first
                                                 where first.state = 'accepted'
                                                   and first.recipient = delivery.recipient
                                                   and first.seq < delivery.seq
                                                   and first.due_at <= $2
                                                   and first.organization = delivery.organization
                                                   and first.account_group = delivery.account_group
                                                   and first.channel = $1
                                                   and (first.follows is null
                                                        or first.held_until is not null
                                                           and not exists (select 1
                                                                             from delivery earlier
                                                                            where earlier.id = first.follows
                                                                              and earlier.finished_at is null))))
                         order by due_at
                         limit coalesce(known.room, $9)
                           for update skip locked) lead
                 order by lead.due_at
                 limit $3),
            gathered as materialized (
                select member.id, due.id as lead
                  from due
                 cross join lateral (
                        select id
                          from delivery member
                         where $10
                           and due.found = 'accepted'
                           and member.state = 'accepted'
                           and member.recipient = due.recipient
                           and member.id <> due.id
                           and member.due_at <= $2
                           and member.organization = due.organization
                           and member.account_group = due.account_group
                           and member.channel = $1
                           and (member.follows is null
                                or member.held_until is not null
                                   and not exists (select 1
                                                     from delivery earlier
                                                    where earlier.id = member.follows
                                                      and earlier.finished_at is null
                                                      and (earlier.state <> 'accepted'
                                                           or earlier.due_at > $2
                                                           or exists (select 1
                                                                        from delivery before
                                                                       where before.id = earlier.follows
                                                                         and before.finished_at is null))))
                         order by seq
                         limit $11
                           for update skip locked) member),
            """;

    private DueSql() {}
}

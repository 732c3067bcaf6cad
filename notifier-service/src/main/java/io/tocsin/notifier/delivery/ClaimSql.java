package io.tocsin.notifier.delivery;

/** How replicas take deliveries and hold them. */
final class ClaimSql {

    /**
     * Takes what is due on a channel, and records the attempts which begin. A delivery found in the state sending was lost with its
     * replica: nobody knows what was answered.
     */
    static final String CLAIM = """
            with recursive
            """ + DueSql.STEPS + """
            digest as materialized (
                select lead, gen_random_uuid() as id
                  from gathered
                 group by lead),
            batch as (
                select due.id, due.found, due.attempts, null::uuid as led_by, digest.id as digest
                  from due
                  left join digest on digest.lead = due.id
                 union all
                select gathered.id, 'accepted', 0, gathered.lead, digest.id
                  from gathered
                  join digest using (lead)
                 union all
                select member.id, due.found, member.attempts, due.id, null
                  from due
                  join delivery member on member.led_by = due.id
                 where member.finished_at is null),
            claimed as (
                update delivery
                   set state = 'sending',
                       attempts = delivery.attempts + 1,
                       due_at = $4,
                       owner = $5,
                       led_by = batch.led_by,
                       message_id = coalesce('<' || batch.digest || substring(message_id from '@.*$'), message_id)
                  from batch
                 where delivery.id = batch.id
                returning delivery.*),
            lost as (
                update delivery_attempt
                   set outcome = 'unknown',
                       finished_at = $2,
                       reply_text = 'The replica which sent it stopped before it recorded the answer; sent again as a copy.'
                  from batch
                 where batch.found = 'sending'
                   and delivery_attempt.delivery_id = batch.id
                   and delivery_attempt.number = batch.attempts
                   and delivery_attempt.finished_at is null),
            begun as (
                insert into delivery_attempt (delivery_id, number, started_at, outcome, relay, message_id)
                select id, attempts, $2, 'sending', coalesce($6, recipient), message_id
                  from claimed)
            select claimed.id, claimed.channel, claimed.domain, claimed.attempts,
                   claimed.attempts - claimed.attempts_before as tries, claimed.due_at, claimed.recipient, claimed.message_id,
                   coalesce((select earlier.message_id from delivery earlier where earlier.id = claimed.follows),
                            claimed.in_reply_to) as in_reply_to,
                   claimed.trace_parent, claimed.created_at, coalesce(claimed.resent_at, claimed.created_at) as tried_since,
                   coalesce(led.count, 0) as led,
                   exists (select 1
                             from suppression
                            where suppression.organization = claimed.organization
                              and suppression.address = lower(btrim(claimed.recipient))) as listed,
                   notification.subject, notification.payload::text as payload
              from claimed
              join notification on notification.id = claimed.notification_id
              left join (select led_by, count(*)::int as count
                           from batch
                          group by led_by) led on led.led_by = claimed.id
             where claimed.led_by is null
             order by claimed.seq
            """;

    static final String RENEW = """
            update delivery
               set due_at = $3
             where id = any($2)
               and owner = $1
               and state = 'sending'
            """;

    /** Each of the two has an index. */
    static final String COUNT_PENDING = """
            select (select count(*)
                      from delivery
                     where finished_at is null
                       and led_by is null)
                   + (select count(*)
                        from delivery
                       where finished_at is null
                         and led_by is not null) as pending
            """;

    private ClaimSql() {}
}

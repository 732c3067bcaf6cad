-- Deliveries by several channels, two more states, and mails which carry several deliveries.
--   channel          which transport sends it
--   domain           whose servers it goes to: of an address what follows its @, of a URL its host
--   resent_at        when a person wanted it sent once more: five days begin anew, and so do the pauses
--   attempts_before  attempts until then
--   led_by           in a delivery which went in a digest: the one which stands for that mail, and with which it moves
--   held_until       when the digest goes for which it was kept back, null when nothing kept it back
alter table delivery
    add column channel         text        not null default 'email',
    add column domain          text        not null generated always as (lower(coalesce(
                                               substring(recipient from '^https?://(?:[^/@]*@)?([^/:?#]+)'),
                                               substring(recipient from '@([^@]*)$'),
                                               ''))) stored,
    add column resent_at       timestamptz,
    add column attempts_before integer     not null default 0,
    add column led_by          uuid,
    add column held_until      timestamptz,
    drop constraint delivery_state_check,
    drop constraint delivery_check,
    drop constraint delivery_notification_id_recipient_key,
    add check (channel in ('email', 'webhook')),
    add check (state in ('accepted', 'sending', 'deferred', 'resent', 'delivered', 'refused', 'suppressed', 'dead')),
    add check ((finished_at is null) = (state in ('accepted', 'sending', 'deferred', 'resent'))),
    add unique (notification_id, channel, recipient);

-- What a transport looks for: what is due on its channel, domain by domain.
drop index delivery_due;
create index delivery_due on delivery (channel, domain, due_at) where finished_at is null and led_by is null;
create index delivery_in_digest on delivery (led_by) where led_by is not null and finished_at is null;

-- Those which could go to their recipient in one mail.
create index delivery_untried on delivery (recipient, seq) where state = 'accepted';

-- The mail in which an attempt went; of a delivery which was resent it may be another one each time.
alter table delivery_attempt
    add column message_id text;

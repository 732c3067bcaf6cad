-- Whose alert is told of; null where it is no alert of a rule.
alter table notification
    add column rule_id text generated always as (payload -> 'rule' ->> 'id') stored;

create index notification_of_rule on notification (organization, account_group, rule_id, created_at);

-- Why it was not sent: the reason of the suppression.
alter table delivery
    add column suppressed_for text;

-- Few among many, and what is looked for when something is wrong.
create index delivery_not_delivered on delivery (organization, account_group, created_at, id)
    where state in ('refused', 'suppressed', 'dead');

-- What mail servers said of a delivery after they had taken it. A report which is posted again has the same Message-ID.
create table delivery_report (
    delivery_id uuid        not null references delivery (id),
    message_id  text        not null,
    action      text        not null,
    status      text        not null,
    report_text text        not null,
    server      text        not null,
    received_at timestamptz not null,
    primary key (delivery_id, message_id, action)
);

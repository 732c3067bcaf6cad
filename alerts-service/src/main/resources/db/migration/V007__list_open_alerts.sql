-- Open alerts are few, however many there were: lists of them, and counts, need not look among the others.

create index alert_open_by_start on alert (organization, account_group, started_at desc, id desc) where state = 'open';

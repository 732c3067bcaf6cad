-- Messages are deleted soon, and a vacuum for those which were only inserted writes each page of a backlog to the log once more
-- (docs/adr/0016). What was deleted is vacuumed as ever.
alter table outbox set (autovacuum_vacuum_insert_threshold = -1);

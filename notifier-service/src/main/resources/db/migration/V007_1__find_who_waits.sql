-- Deliveries which wait until another one is finished: who finishes that one sends them at once.
create index delivery_waiting on delivery (follows) where follows is not null and finished_at is null;

-- An attempt is inserted by the statement which claims its delivery: looking that up and locking it once more for each tells nothing new.
-- Each is updated once, soon afterwards, which is cheap where its page has room.
alter table delivery_attempt drop constraint delivery_attempt_delivery_id_fkey;
alter table delivery_attempt set (fillfactor = 60);

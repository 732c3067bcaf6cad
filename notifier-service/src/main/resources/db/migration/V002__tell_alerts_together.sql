-- Alerts whose trigger stood in the notification of another alert, which led them: their clears belong to its thread, and who asks
-- what was told of them finds its deliveries.
create table told_with (
    alert_id      uuid primary key,
    lead_alert_id uuid not null
);

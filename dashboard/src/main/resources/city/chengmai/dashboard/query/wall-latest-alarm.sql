-- Alarms that stand open, and when the newest finding of one was raised. Overdue cases are left out, as on the map.
-- include alert-standings
SELECT uniqExact(alert_key) AS alarms, max(raised_at) AS raised_at
FROM found
WHERE stands AND severity = 'alarm' AND rule != 'A01' AND alert_key IN (SELECT alert_key FROM standings WHERE shown)

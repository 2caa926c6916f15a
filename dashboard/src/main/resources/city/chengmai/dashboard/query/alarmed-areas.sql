-- Open alerts per area; its overdue cases are one. They have a panel and a figure of their own and count as no alarm here:
-- with them nearly every grid of a map would be marked, and a mark would say nothing.
-- include alert-standings
SELECT area_id, uniqExact(alert_key) AS alerts,
    uniqExactIf(alert_key, severity = 'alarm' AND rule != 'A01') AS alarms
FROM
(
    SELECT arrayJoin(if(empty(areas), [area_id], areas)) AS area_id, alert_key, severity, rule
    FROM found
    WHERE stands AND alert_key IN (SELECT alert_key FROM standings WHERE shown)
)
GROUP BY area_id
ORDER BY area_id

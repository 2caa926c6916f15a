-- Open alerts per area; its overdue cases are one. They have a panel and a figure of their own and count as no alarm here:
-- with them nearly every grid of a map would be marked, and a mark would say nothing.
SELECT area_id, uniqExact(cause) AS alerts, uniqExactIf(cause, severity = 'alarm' AND cause != 'A01') AS alarms
FROM
(
    SELECT area_id, severity, if(rule = 'A01', rule, alert_id) AS cause
    FROM alerts
    WHERE state = 'open' AND raised_at <= {now:DateTime64(3, 'UTC')}
)
GROUP BY area_id
ORDER BY area_id

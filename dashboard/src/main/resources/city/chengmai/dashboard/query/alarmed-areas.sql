-- Open alerts per area; its overdue cases are one.
SELECT area_id, uniqExact(cause) AS alerts, uniqExactIf(cause, severity = 'alarm') AS alarms
FROM
(
    SELECT area_id, severity, if(rule = 'A01', rule, alert_id) AS cause
    FROM alerts
    WHERE state = 'open' AND raised_at <= {now:DateTime64(3, 'UTC')}
)
GROUP BY area_id
ORDER BY area_id

-- Open alerts per area.
SELECT area_id, count() AS alerts, countIf(severity = 'alarm') AS alarms
FROM alerts
WHERE state = 'open' AND raised_at <= {now:DateTime64(3, 'UTC')}
GROUP BY area_id
ORDER BY area_id

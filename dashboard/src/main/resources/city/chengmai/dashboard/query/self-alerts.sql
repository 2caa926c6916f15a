-- Findings of this installation about itself that stand; the details name the part and where it is.
SELECT alert_id, group_id, rule, severity, area_id, subject, period_start, observed, lower, upper, details, raised_at, version
FROM alerts FINAL
WHERE rule IN ('X01', 'X02', 'X03') AND state = 'open'
ORDER BY raised_at, alert_id

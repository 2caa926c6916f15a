-- Findings of scheduled statements that stand; the details name the statement.
SELECT alert_id, group_id, severity, area_id, subject, period_start, period_end, observed, lower, upper, evidence_total, details,
    raised_at
FROM alerts FINAL
WHERE rule = 'Q01' AND state = 'open'
ORDER BY raised_at, alert_id

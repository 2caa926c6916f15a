-- Findings that rest on an entity, earliest first.
SELECT alert_id, multiIf(rule = 'A01', concat('A01|', area_id), group_id = '', alert_id, group_id) AS alert_key, rule, area_id,
    raised_at, cleared_at
FROM alerts
WHERE has(evidence, {subject:String}) AND raised_at <= {now:DateTime64(3, 'UTC')}
ORDER BY raised_at, alert_id
LIMIT 50

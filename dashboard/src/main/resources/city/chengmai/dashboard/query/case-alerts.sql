-- Alerts that stand open for one case.
SELECT alert_id, rule, severity, area_id, category, period_start, period_end, observed, expected,
       upper, evidence_total, evidence[1] AS subject, state, raised_at, data_as_of,
       if(rule = 'A01', concat('A01|', area_id), alert_id) AS alert_key
FROM alerts
WHERE state = 'open' AND raised_at <= {now:DateTime64(3, 'UTC')}
    AND startsWith(rule, 'A01') AND evidence = [{case:String}]
ORDER BY raised_at DESC, alert_id

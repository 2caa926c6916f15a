-- Alerts that stand open, newest and gravest first; of one area when it is named.
SELECT alert_id, rule, severity, area_id, category, period_start, period_end, observed, expected,
       upper, evidence_total, state, raised_at, data_as_of
FROM alerts
WHERE state = 'open' AND raised_at <= {now:DateTime64(3, 'UTC')}
    AND ({area:String} = '' OR area_id = {area:String})
ORDER BY raised_at DESC, indexOf(['alarm', 'warning', 'notice'], severity), log10_p, alert_id
LIMIT {limit:UInt32}

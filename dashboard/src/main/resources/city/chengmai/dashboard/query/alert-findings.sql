-- The findings of one alert, latest first.
-- include alert-standings
SELECT alert_id, rule, severity, area_id, category, period_start, period_end, observed, expected, lower, upper, log10_p,
    method, method_version, evidence, evidence_total, if(subject = '', evidence[1], subject) AS subject, areas, longitude,
    latitude, radius, details, if(stands, 'open', 'cleared') AS state, paused_by, raised_at, cleared_at, data_as_of
FROM found
WHERE alert_key = {key:String}
ORDER BY stands DESC, if(rule = 'A01', raised_at, period_end) DESC, ifNull(log10_p, 0), weight DESC, alert_id
LIMIT {limit:UInt32}

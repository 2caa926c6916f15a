-- When the findings stood of alerts that notifiers look at.
-- include alert-standings
-- include notify-watched
SELECT if(f.rule = 'A01', f.alert_id, f.alert_key) AS told, f.alert_key AS alert_key, f.rule AS rule, f.severity AS severity,
    f.area_id AS area_id, f.areas AS areas, f.paused_by AS paused_by, f.raised_at AS raised_at,
    if(f.stands, NULL, ifNull(f.cleared_at, f.raised_at)) AS ended_at, s.standing AS standing,
    if(a.verdict = 'resolve', a.verdict_at, NULL) AS resolved_at
FROM found AS f
LEFT JOIN standings AS s ON s.alert_key = f.alert_key
LEFT JOIN acted AS a ON a.acted_key = f.alert_key
WHERE if(f.rule = 'A01', f.alert_id IN (SELECT alert_id FROM watched), f.alert_key IN (SELECT alert_key FROM watched))
ORDER BY raised_at, told

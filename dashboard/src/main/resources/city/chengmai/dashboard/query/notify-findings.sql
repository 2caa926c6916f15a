-- When the findings stood of alerts that began lately or that officers handed up. Overdue cases are told one by one: a grid's alert of them never ends.
-- include alert-standings
SELECT if(f.rule = 'A01', f.alert_id, f.alert_key) AS told, f.alert_key AS alert_key, f.rule AS rule, f.severity AS severity,
    f.area_id AS area_id, f.areas AS areas, f.paused_by AS paused_by, f.raised_at AS raised_at,
    if(f.stands, NULL, ifNull(f.cleared_at, f.raised_at)) AS ended_at, s.standing AS standing
FROM found AS f
LEFT JOIN standings AS s ON s.alert_key = f.alert_key
WHERE (f.rule = 'A01' AND f.raised_at > {since:DateTime64(3, 'UTC')})
    OR (f.rule != 'A01' AND (s.standing = 'escalated' OR f.alert_key IN
        (SELECT alert_key FROM found WHERE raised_at > {since:DateTime64(3, 'UTC')})))
ORDER BY raised_at, told

-- Findings that rest on an entity, earliest first, with all areas that the findings of their alert speak of.
WITH
    found AS
    (
        SELECT alert_id, multiIf(rule = 'A01', concat('A01|', area_id), group_id = '', alert_id, group_id) AS alert_key, rule,
               area_id, areas, evidence, raised_at, cleared_at
        FROM alerts
        WHERE raised_at <= {now:DateTime64(3, 'UTC')}
    ),
    resting AS (SELECT * FROM found WHERE has(evidence, {subject:String})),
    spread AS
    (
        SELECT alert_key AS spread_key, groupUniqArrayArray(arrayPushBack(areas, CAST(area_id, 'String'))) AS spread_areas
        FROM found
        WHERE alert_key IN (SELECT alert_key FROM resting)
        GROUP BY alert_key
    )
SELECT alert_id, alert_key, rule, spread_areas AS areas, raised_at, cleared_at
FROM resting
INNER JOIN spread ON spread_key = alert_key
ORDER BY raised_at, alert_id
LIMIT 50

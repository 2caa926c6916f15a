-- Alerts as people see them, each once, told by the latest and strongest of its findings; newest and gravest first. Of one
-- area when it is named: then it is told by a finding of that area. Held to areas, those that lie within them as a whole.
-- include alert-standings
, heads AS
(
    SELECT *
    FROM found
    WHERE (rule != 'A01' OR stands) AND ({area:String} = '' OR area_id = {area:String} OR has(areas, {area:String}))
    ORDER BY stands DESC, if(rule = 'A01', raised_at, period_end) DESC, ifNull(log10_p, 0), weight DESC, alert_id
    LIMIT 1 BY alert_key
)
SELECT h.alert_id AS alert_id, h.rule AS rule, s.worst AS severity, h.area_id AS area_id,
    if(h.rule = 'A01' AND s.findings > 1, '', h.category) AS category, h.period_start AS period_start,
    h.period_end AS period_end, h.observed AS observed, h.expected AS expected, h.upper AS upper,
    if(h.rule = 'A01', s.findings, h.evidence_total) AS evidence_total,
    if(h.subject = '', h.evidence[1], h.subject) AS subject, if(s.standing_findings > 0, 'open', 'cleared') AS state,
    s.last_raised AS raised_at, h.data_as_of AS data_as_of, s.alert_key AS alert_key, s.standing AS standing,
    s.owner AS owner, s.snoozed_until AS snoozed_until, s.first_raised AS since, s.ended_at AS ended_at,
    h.paused_by AS paused_by, s.findings AS findings, h.details AS details, count() OVER () AS total
FROM heads AS h
INNER JOIN standings AS s ON s.alert_key = h.alert_key
WHERE ({view:String} = 'all' OR ({view:String} = 'open') = s.shown)
    AND ({rule:String} = '' OR h.rule = {rule:String})
    AND ({severity:String} = '' OR s.worst = {severity:String})
    AND ({standing:String} = '' OR s.standing = {standing:String})
    AND ({scoped:UInt8} = 0 OR h.alert_key NOT IN
        (SELECT alert_key FROM found WHERE {scoped:UInt8} = 1 AND (NOT has({held:Array(String)}, area_id) OR NOT hasAll({held:Array(String)}, areas))))
    AND (empty({keys:Array(String)}) OR has({keys:Array(String)}, s.alert_key))
ORDER BY raised_at DESC, indexOf(['alarm', 'warning', 'notice'], severity), ifNull(h.log10_p, 0), alert_key
LIMIT {limit:UInt32} OFFSET {offset:UInt32}

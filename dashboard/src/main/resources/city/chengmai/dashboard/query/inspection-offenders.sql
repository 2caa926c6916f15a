-- Units that got at least two notices in a time (责令整改), those that put right late or not at all first. A notice is late when its day has
-- passed and it was not found complete by then.
WITH
    {until:DateTime64(3, 'UTC')} AS until,
    multiIf(enterprise_id != '', enterprise_id, site_id != '', toString(site_id), party) AS unit,
    kind = 'notice' AS is_notice,
    is_notice AND ifNull(due_at < until, 0) AND NOT (rectification = 'complete' AND ifNull(rectified_at <= due_at AND rectified_at < until, 0)) AS is_late
SELECT unit AS unit_id, argMax(party, acted_at) AS name, max(enterprise_id != '') AS is_enterprise, argMax(toString(grid), acted_at) AS grid,
       countIf(is_notice) AS notices, countIf(kind = 'interview') AS interviews, countIf(is_late) AS late, max(acted_at) AS last_at,
       count() OVER () AS total
FROM enforcement_actions
WHERE kind IN ('notice', 'interview') AND acted_at >= {from:DateTime64(3, 'UTC')} AND acted_at < until AND unit != ''
GROUP BY unit
HAVING notices >= 2
ORDER BY late DESC, notices DESC, unit_id
LIMIT 30

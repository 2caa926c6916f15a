-- By model: hits whose last verdict on site came within a time, how many of them were true, of how many all checks said how long they took, and
-- how long that was together.
WITH checks AS
(
    SELECT hit_id, argMax(action, (acted_at, action_id)) AS verdict, max(acted_at) AS checked_at, countIf(isNull(minutes)) = 0 AS timed,
           sum(ifNull(minutes, 0)) AS spent
    FROM hit_actions
    WHERE action IN ('confirm', 'reject') AND acted_at < {until:DateTime64(3, 'UTC')}
    GROUP BY hit_id
)
SELECT toString(model_id) AS model_id, count() AS checked, countIf(checks.verdict = 'confirm') AS confirmed, countIf(checks.timed) AS timed,
       sumIf(checks.spent, checks.timed) AS minutes
FROM empowerment_hits
INNER JOIN checks ON checks.hit_id = empowerment_hits.hit_id
WHERE checks.checked_at >= {from:DateTime64(3, 'UTC')}
GROUP BY model_id
ORDER BY model_id

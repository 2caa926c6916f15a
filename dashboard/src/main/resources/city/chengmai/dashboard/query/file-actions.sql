-- Inspections, notices and interviews about enterprises, or in a grid when it is named.
SELECT action_id, kind, enterprise_id, departments, items, findings, acted_at, due_at,
       if(rectified_at < {now:DateTime64(3, 'UTC')}, rectified_at, NULL) AS done_at, rectification,
       count() OVER () AS total, countIf(kind = 'notice') OVER () AS total_notices,
       countIf(kind = 'inspection' AND length(departments) > 1) OVER () AS total_combined
FROM enforcement_actions
WHERE acted_at < {now:DateTime64(3, 'UTC')}
    AND if({grid:String} != '', grid = {grid:String}, has({enterprises:Array(String)}, enterprise_id))
ORDER BY acted_at DESC, action_id
LIMIT {limit:UInt32}

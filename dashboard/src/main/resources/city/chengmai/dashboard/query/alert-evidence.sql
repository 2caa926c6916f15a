-- Those of the keys that are cases.
SELECT case_id, category, grid, stage, reported_at, due_at, closed_at
FROM cases
WHERE case_id IN {ids:Array(String)}
ORDER BY reported_at DESC, case_id

-- The cases that were chosen by their properties, the latest first.
-- include explore-chosen
SELECT case_id, category, level, grid, address, description, unit, stage, reported_at, due_at,
       suspended, returns, reopenings
FROM chosen
ORDER BY reported_at DESC, case_id
LIMIT {limit:UInt32}

-- Open cases, the longest overdue first, then the next due; of one grid when it is named.
SELECT case_id, category, level, grid, address, description, unit, stage, reported_at, due_at,
       suspended, returns, reopenings
FROM cases
WHERE reported_at < {now:DateTime64(3, 'UTC')}
    AND (coalesce(closed_at, cancelled_at) IS NULL OR coalesce(closed_at, cancelled_at) >= {now:DateTime64(3, 'UTC')})
    AND ({grid:String} = '' OR grid = {grid:String} OR overlay_grid = {grid:String})
    AND ({overdue:UInt8} = 0 OR (suspended = 0 AND due_at < {now:DateTime64(3, 'UTC')}))
ORDER BY suspended, due_at IS NULL, due_at, case_id
LIMIT {limit:UInt32}

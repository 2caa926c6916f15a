-- Open cases whose time runs and is not over, the next due first.
SELECT case_id, category, grid, unit, level, due_at
FROM cases
WHERE reported_at < {now:DateTime64(3, 'UTC')}
    AND (coalesce(closed_at, cancelled_at) IS NULL OR coalesce(closed_at, cancelled_at) >= {now:DateTime64(3, 'UTC')})
    AND suspended = 0 AND due_at >= {now:DateTime64(3, 'UTC')}
ORDER BY due_at, case_id
LIMIT {limit:UInt32}

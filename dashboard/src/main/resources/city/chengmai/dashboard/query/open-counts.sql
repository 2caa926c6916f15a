-- Open and overdue cases of each grid.
SELECT grid, count() AS open,
       countIf(suspended = 0 AND due_at < {now:DateTime64(3, 'UTC')}) AS overdue
FROM cases
WHERE reported_at < {now:DateTime64(3, 'UTC')}
    AND (coalesce(closed_at, cancelled_at) IS NULL OR coalesce(closed_at, cancelled_at) >= {now:DateTime64(3, 'UTC')})
GROUP BY grid
ORDER BY grid

SELECT
    count() AS cases,
    countIf(stage = 'closed') AS closed,
    countIf(stage NOT IN ('closed', 'cancelled')) AS open,
    countIf(stage = 'cancelled') AS cancelled,
    countIf(due_at IS NOT NULL) AS due,
    countIf(due_at IS NOT NULL AND stage = 'closed' AND closed_at <= due_at) AS closed_by_due
FROM cases

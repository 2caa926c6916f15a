-- What each unit had to do in a period; an empty unit is none yet.
SELECT unit,
    countIf(due_at >= {from:DateTime64(3, 'UTC')} AND due_at < {until:DateTime64(3, 'UTC')}) AS due,
    countIf(due_at >= {from:DateTime64(3, 'UTC')} AND due_at < {until:DateTime64(3, 'UTC')} AND closed_at <= due_at) AS in_time,
    countIf(closed_at >= {from:DateTime64(3, 'UTC')} AND closed_at < {until:DateTime64(3, 'UTC')}) AS closed,
    countIf(suspended = 0 AND due_at < {until:DateTime64(3, 'UTC')} AND reported_at < {until:DateTime64(3, 'UTC')}
        AND ifNull(closed_at >= {until:DateTime64(3, 'UTC')}, 1)) AS overdue
FROM cases
WHERE cancelled_at IS NULL
GROUP BY unit
HAVING due + closed + overdue > 0
ORDER BY due DESC, overdue DESC, unit

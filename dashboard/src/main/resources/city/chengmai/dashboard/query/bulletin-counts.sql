-- Counts of a period, and what stood open at its end.
SELECT
    countIf(reported_at >= {from:DateTime64(3, 'UTC')} AND reported_at < {until:DateTime64(3, 'UTC')}) AS reported,
    countIf(closed_at >= {from:DateTime64(3, 'UTC')} AND closed_at < {until:DateTime64(3, 'UTC')}) AS closed,
    countIf(stands) AS open,
    countIf(stands AND suspended = 0 AND due_at < {until:DateTime64(3, 'UTC')}) AS overdue,
    (SELECT count() FROM hotline_orders
     WHERE received_at >= {from:DateTime64(3, 'UTC')} AND received_at < {until:DateTime64(3, 'UTC')}) AS orders,
    countIf(reopenings > 0 AND reported_at >= {from:DateTime64(3, 'UTC')} AND reported_at < {until:DateTime64(3, 'UTC')}) AS reopened,
    countIf(grid = '' AND reported_at >= {from:DateTime64(3, 'UTC')} AND reported_at < {until:DateTime64(3, 'UTC')}) AS unlocated
FROM
(
    SELECT reported_at, closed_at, due_at, suspended, reopenings, grid,
        reported_at < {until:DateTime64(3, 'UTC')}
            AND ifNull(coalesce(closed_at, cancelled_at) >= {until:DateTime64(3, 'UTC')}, 1) AS stands
    FROM cases
)

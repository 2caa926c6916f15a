-- Cases of a time by category, most first, with how many are closed and how long that took.
SELECT toString(category) AS category_id, count() AS cases, countIf(ifNull(closed_at < {until:DateTime64(3, 'UTC')}, 0)) AS closed,
       countIf(channel = 'hotline') AS told_by_hotline, uniqExactIf(grid, grid != '') AS grids,
       if(closed = 0, NULL, round(quantileExactInclusiveIf(0.5)(dateDiff('hour', reported_at, assumeNotNull(closed_at)), ifNull(closed_at < {until:DateTime64(3, 'UTC')}, 0)), 1))
           AS median_hours
FROM cases
WHERE reported_at >= {from:DateTime64(3, 'UTC')} AND reported_at < {until:DateTime64(3, 'UTC')} AND isNull(cancelled_at)
GROUP BY category
ORDER BY cases DESC, category_id

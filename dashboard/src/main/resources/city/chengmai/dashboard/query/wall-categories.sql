-- What people report most, over the window.
SELECT category, count() AS reported,
       countIf(coalesce(closed_at, cancelled_at) IS NULL OR coalesce(closed_at, cancelled_at) >= {now:DateTime64(3, 'UTC')}) AS open
FROM cases
WHERE reported_at >= {start:DateTime64(3, 'UTC')} AND reported_at < {now:DateTime64(3, 'UTC')}
    AND (empty({grids:Array(String)}) OR has({grids:Array(String)}, grid) OR has({grids:Array(String)}, overlay_grid))
GROUP BY category
ORDER BY reported DESC, category
LIMIT {limit:UInt32}

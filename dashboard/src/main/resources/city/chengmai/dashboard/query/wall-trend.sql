-- Cases reported and closed per day of the city.
SELECT day, sum(reported) AS reported, sum(closed) AS closed
FROM
(
    SELECT toDate(reported_at, {zone:String}) AS day, count() AS reported, 0 AS closed
    FROM cases
    WHERE reported_at >= {start:DateTime64(3, 'UTC')} AND reported_at < {now:DateTime64(3, 'UTC')}
        AND (empty({grids:Array(String)}) OR has({grids:Array(String)}, grid) OR has({grids:Array(String)}, overlay_grid))
    GROUP BY day
    UNION ALL
    SELECT toDate(assumeNotNull(closed_at), {zone:String}) AS day, 0 AS reported, count() AS closed
    FROM cases
    WHERE closed_at >= {start:DateTime64(3, 'UTC')} AND closed_at < {now:DateTime64(3, 'UTC')}
        AND (empty({grids:Array(String)}) OR has({grids:Array(String)}, grid) OR has({grids:Array(String)}, overlay_grid))
    GROUP BY day
)
GROUP BY day
ORDER BY day

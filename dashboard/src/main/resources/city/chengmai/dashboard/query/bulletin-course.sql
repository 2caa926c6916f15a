-- Cases reported and closed by hour or by day of the city.
SELECT toDateTime64(at, 3, 'UTC') AS at, sum(reported) AS reported, sum(closed) AS closed
FROM
(
    SELECT if({hours:UInt8} = 1, toStartOfHour(toDateTime(moment, {zone:String})), toStartOfDay(toDateTime(moment, {zone:String}))) AS at,
        reported, closed
    FROM
    (
        SELECT reported_at AS moment, 1 AS reported, 0 AS closed FROM cases
        UNION ALL
        SELECT assumeNotNull(closed_at) AS moment, 0 AS reported, 1 AS closed FROM cases WHERE closed_at IS NOT NULL
    )
    WHERE moment >= {from:DateTime64(3, 'UTC')} AND moment < {until:DateTime64(3, 'UTC')}
)
GROUP BY at
ORDER BY at

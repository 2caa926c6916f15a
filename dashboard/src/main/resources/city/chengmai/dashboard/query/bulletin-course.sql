-- Cases reported and closed by hour or by day of the city; an hour or a day without any says 0, else a line would be drawn across it.
-- Half hours are stepped by, so that no day and no hour is missed where clocks change.
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
        UNION ALL
        SELECT {from:DateTime64(3, 'UTC')} + INTERVAL number * 30 MINUTE AS moment, 0 AS reported, 0 AS closed
        FROM numbers(toUInt64(dateDiff('minute', {from:DateTime64(3, 'UTC')}, {until:DateTime64(3, 'UTC')}) / 30))
    )
    WHERE moment >= {from:DateTime64(3, 'UTC')} AND moment < {until:DateTime64(3, 'UTC')}
)
GROUP BY at
ORDER BY at

-- Reports by category and hour of the city's clock, in hours since 1970; by base grid only where cases enough came for a
-- grid to be judged by the hour at all, all others together ('').
SELECT
    toString(category) AS category,
    if((category, grid) IN
    (
        SELECT category, grid
        FROM cases FINAL
        WHERE reported_at >= toDateTime64('{{from}}', 3, 'UTC') AND reported_at < toDateTime64('{{until}}', 3, 'UTC')
        GROUP BY category, grid
        HAVING count() >= 100
    ), toString(grid), '') AS area,
    toInt32(toUInt16(toDate(toTimeZone(reported_at, '{{zone}}'))) * 24 + toHour(toTimeZone(reported_at, '{{zone}}'))) AS hour,
    toFloat64(count()) AS cases
FROM cases FINAL
WHERE reported_at >= toDateTime64('{{from}}', 3, 'UTC') AND reported_at < toDateTime64('{{until}}', 3, 'UTC')
GROUP BY category, area, hour

-- Reports by category, base grid ('' when not located) and day in the city's zone.
SELECT
    toString(category) AS category,
    toString(grid) AS area,
    toInt32(toDate(toTimeZone(reported_at, '{{zone}}'))) AS day,
    toFloat64(count()) AS cases
FROM cases FINAL
WHERE reported_at >= toDateTime64('{{from}}', 3, 'UTC') AND reported_at < toDateTime64('{{until}}', 3, 'UTC')
GROUP BY category, area, day

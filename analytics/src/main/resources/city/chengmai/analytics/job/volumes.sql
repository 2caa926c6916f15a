-- Reports by category and base grid ('' when not located): pairs of a day in the city's zone and how many came on it.
SELECT category, area, groupArray((period, cases)) AS counts
FROM
(
    SELECT
        toString(category) AS category,
        toString(grid) AS area,
        toInt32(toDate(toTimeZone(reported_at, '{{zone}}'))) AS period,
        toUInt32(count()) AS cases
    FROM cases FINAL
    WHERE reported_at >= toDateTime64('{{from}}', 3, 'UTC') AND reported_at < toDateTime64('{{until}}', 3, 'UTC')
    GROUP BY category, area, period
)
GROUP BY category, area

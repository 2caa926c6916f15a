-- Reports by category: pairs of an hour of the city's clock, counted from 1970, and how many came in it; by base grid only where
-- cases enough came for a grid to be judged by the hour at all, all others together ('').
SELECT category, area, groupArray((period, cases)) AS counts
FROM
(
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
        toInt32(toUInt16(toDate(toTimeZone(reported_at, '{{zone}}'))) * 24 + toHour(toTimeZone(reported_at, '{{zone}}'))) AS period,
        toUInt32(count()) AS cases
    FROM cases FINAL
    WHERE reported_at >= toDateTime64('{{from}}', 3, 'UTC') AND reported_at < toDateTime64('{{until}}', 3, 'UTC')
    GROUP BY category, area, period
)
GROUP BY category, area

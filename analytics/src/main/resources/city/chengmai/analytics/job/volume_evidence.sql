-- The first case ids behind unusual volumes, for a grid and ('') for the whole city.
SELECT
    category,
    toInt32(toDate(toTimeZone(reported_at, '{{zone}}'))) AS day,
    arrayJoin(arrayDistinct(['', toString(grid)])) AS area,
    groupArraySorted(50)(case_id) AS evidence,
    count() AS total
FROM cases FINAL
WHERE reported_at >= toDateTime64('{{from}}', 3, 'UTC') AND reported_at < toDateTime64('{{until}}', 3, 'UTC')
    AND (category, day) IN ({{keys}})
GROUP BY category, day, area

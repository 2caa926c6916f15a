-- How long closed cases took from filing, sorted, by grid and by the number of the day or period of their closing in the
-- city's zone. Whole milliseconds: their sum does not depend on the order in which they come.
SELECT
    area,
    number,
    arraySort(groupArray(milliseconds)) AS milliseconds
FROM
(
    SELECT
        arrayFilter(a -> a != '', [toString(grid), toString(overlay_grid)]) AS areas,
        assumeNotNull(toInt32({{number}}(closed_at, '{{zone}}'))) AS number,
        assumeNotNull(dateDiff('millisecond', filed_at, closed_at)) AS milliseconds
    FROM cases FINAL
    WHERE isNotNull(filed_at) AND isNull(cancelled_at) AND (grid != '' OR overlay_grid != '') AND closed_at >= filed_at
        AND closed_at >= '{{since}}' AND closed_at < toDateTime64('{{until}}', 3, 'UTC')
)
ARRAY JOIN areas AS area
GROUP BY area, number

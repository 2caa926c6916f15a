-- Open cases past their due time by grid, the longest overdue first.
SELECT
    toString(grid) AS area,
    count() AS total,
    min(due_at) AS oldest,
    arrayMap(c -> c.2, arraySlice(arraySort(groupArray((assumeNotNull(due_at), case_id))), 1, 50)) AS evidence
FROM cases FINAL
WHERE isNotNull(filed_at) AND isNull(closed_at) AND isNull(cancelled_at) AND suspended = 0
    AND grid != '' AND due_at < toDateTime64('{{until}}', 3, 'UTC')
GROUP BY area

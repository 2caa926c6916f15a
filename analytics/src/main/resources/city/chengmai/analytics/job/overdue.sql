-- Cases open at a moment and past their due time then, by grid, the longest overdue first.
SELECT
    toString(grid) AS area,
    count() AS total,
    min(due_at) AS oldest,
    arrayMap(c -> c.2, arraySlice(arraySort(groupArray((assumeNotNull(due_at), case_id))), 1, 50)) AS evidence
FROM cases FINAL
WHERE filed_at < toDateTime64('{{until}}', 3, 'UTC') AND suspended = 0
    AND ifNull(closed_at >= toDateTime64('{{until}}', 3, 'UTC'), 1)
    AND ifNull(cancelled_at >= toDateTime64('{{until}}', 3, 'UTC'), 1)
    AND grid != '' AND due_at < toDateTime64('{{until}}', 3, 'UTC')
GROUP BY area

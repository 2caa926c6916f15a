-- Hours from filing to closing of each closed case, with its day of closing in the city's zone.
SELECT
    case_id,
    toString(grid) AS grid,
    toString(overlay_grid) AS overlay_grid,
    assumeNotNull(toInt32(toDate(toTimeZone(closed_at, '{{zone}}')))) AS day,
    assumeNotNull(dateDiff('millisecond', filed_at, closed_at) / 3600000.) AS hours
FROM cases FINAL
WHERE isNotNull(filed_at) AND isNotNull(closed_at) AND isNull(cancelled_at)
    AND (grid != '' OR overlay_grid != '') AND closed_at >= filed_at

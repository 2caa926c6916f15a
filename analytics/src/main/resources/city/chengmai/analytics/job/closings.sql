-- Hours from filing to closing of each closed case, with the number of the day or period of its closing in the city's zone.
SELECT
    case_id,
    toString(grid) AS grid,
    toString(overlay_grid) AS overlay_grid,
    assumeNotNull(toInt32({{number}}(closed_at, '{{zone}}'))) AS number,
    assumeNotNull(dateDiff('millisecond', filed_at, closed_at) / 3600000.) AS hours
FROM cases FINAL
WHERE isNotNull(filed_at) AND isNull(cancelled_at) AND (grid != '' OR overlay_grid != '') AND closed_at >= filed_at
    AND closed_at >= '{{since}}' AND closed_at < toDateTime64('{{until}}', 3, 'UTC')

-- Notices by due time, inspections by the day they took place.
WITH
    toDateTime64('{{until}}', 3, 'UTC') AS until,
    toInt64({{never}}) AS never,
    at -> ifNull(if(at < until, toInt64({{number}}(at, '{{zone}}')), never), never) AS numbered,
    if(kind = 'notice', numbered(due_at), never) AS due,
    if(kind = 'inspection', numbered(acted_at), never) AS inspected,
    rectification = 'complete' AND ifNull(rectified_at <= due_at, 0) AS complete
SELECT
    arrayFilter(a -> a != '', [toString(grid), toString(overlay_grid)]) AS areas,
    span,
    [
        ('M10', due, due + span, toFloat64(complete), 1.),
        ('S11', inspected, inspected + span, toFloat64(length(departments) >= 2 OR length(items) >= 2), 1.)
    ] AS intervals
FROM enforcement_actions FINAL
ARRAY JOIN [{{spans}}] AS span
WHERE (grid != '' OR overlay_grid != '') AND (due_at >= '{{since}}' OR acted_at >= '{{since}}')

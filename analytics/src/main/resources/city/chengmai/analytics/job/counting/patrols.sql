-- Patrol rounds. A round that is not completed is judged when its day is over.
WITH
    toDateTime64('{{until}}', 3, 'UTC') AS until,
    toInt64({{never}}) AS never,
    ifNull(completed_at < until, 0) AS completed,
    addDays(toStartOfDay(planned_for, '{{zone}}'), 1) <= until AS over,
    if(planned_for < until AND (completed OR over), toInt64({{number}}(planned_for, '{{zone}}')), never) AS planned
SELECT
    [toString(grid)] AS areas,
    span,
    [('M09', planned, planned + span, toFloat64(completed AND valid = 1), 1.)] AS intervals
FROM patrol_rounds FINAL
ARRAY JOIN [{{spans}}] AS span
WHERE grid != '' AND planned_for >= '{{since}}'

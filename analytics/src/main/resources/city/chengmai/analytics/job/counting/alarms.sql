-- Device alarms by the moment they were raised, judged when acknowledged or when the limit has passed.
SELECT
    [toString(grid)] AS areas,
    span,
    [('S12', raised, raised + span, in_time, 1.)] AS intervals
FROM
(
    WITH
        toDateTime64('{{until}}', 3, 'UTC') AS until,
        addSeconds(raised_at, 60 * {{S12.minutes}}) AS answer_due,
        ifNull(acknowledged_at < until, 0) OR ifNull(answer_due <= until, 0) AS judged
    SELECT
        grid,
        if(judged AND ifNull(raised_at < until, 0),
            ifNull(toInt64({{number}}(raised_at, '{{zone}}')), {{never}}), {{never}}) AS raised,
        toFloat64(ifNull(acknowledged_at <= answer_due, 0)) AS in_time
    FROM device_alarms FINAL
    WHERE grid != '' AND raised_at >= '{{since}}'
)
ARRAY JOIN [{{spans}}] AS span

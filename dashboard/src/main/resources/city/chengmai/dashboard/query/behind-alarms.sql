-- Device alarms of the window that nobody acknowledged within the minutes allowed.
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until,
    toInt64(60 * transform('minutes', {names:Array(String)}, {numbers:Array(Float64)}, 0.)) AS seconds,
    addSeconds(raised_at, seconds) AS answer_due,
    ifNull(acknowledged_at < until, 0) AS acknowledged
SELECT alarm_id AS id, kind AS what, 'device' AS what_kind, raised_at AS at, answer_due AS due,
       if(acknowledged, 'late', 'unanswered') AS state, 1. AS weight, count() OVER () AS total
FROM device_alarms
WHERE grid IN {grids:Array(String)} AND raised_at >= since AND raised_at < until
    AND (acknowledged OR ifNull(answer_due <= until, 0)) AND NOT ifNull(acknowledged_at <= answer_due, 0)
ORDER BY at, id
LIMIT {limit:UInt32}

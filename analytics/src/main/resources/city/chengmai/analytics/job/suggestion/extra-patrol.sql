-- Three hours of the day in which a grid with an open alert about cases has far more of them than before: patrol there then. What may
-- be hoped for is that it is again as it was; the interval is that of the difference of two counts.
WITH
    {until:DateTime64(3, 'UTC')} AS until,
    until - toIntervalDay(28) AS recent,
    least(56, dateDiff('day', toDateTime64(toDateTime({first_day:Date}, {zone:String}), 3, 'UTC'), recent)) AS days_before,
    alarmed AS
    (
        SELECT arrayJoin(if(empty(areas), [toString(area_id)], areas)) AS grid, groupArray(alert_id) AS alerts,
               max(transform(toString(severity), ['alarm', 'warning'], [20, 10], 5)) AS urgency
        FROM alerts FINAL
        WHERE state = 'open' AND rule IN ('A02', 'A03', 'A03-scan', 'A18')
        GROUP BY grid
    ),
    blocks AS
    (
        SELECT toString(grid) AS grid, intDiv(toHour(toTimeZone(reported_at, {zone:String})), 3) * 3 AS hour,
               countIf(reported_at >= recent) AS now, groupArrayIf(case_id, reported_at >= recent) AS ids,
               28 * countIf(reported_at < recent) / days_before AS usual,
               28 / days_before * sqrt(countIf(reported_at < recent)) AS usual_error
        FROM cases FINAL
        WHERE grid != '' AND isNull(cancelled_at) AND reported_at < until AND reported_at >= recent - toIntervalDay(days_before)
        GROUP BY grid, hour
    )
SELECT
    concat(blocks.grid, '|', toString(hour)) AS finding,
    blocks.grid AS area,
    toString(hour) AS subject,
    alarmed.urgency + 4 * (now - usual) / sqrt(now + 1) + ifNull(10 - p.score / 10, 0) AS score,
    arrayConcat(arraySlice(alarmed.alerts, 1, 10), arraySlice(arraySort(ids), 1, 40)) AS evidence,
    length(alarmed.alerts) + length(ids) AS evidence_total,
    map('hour', toString(hour), 'until-hour', toString(hour + 3), 'cases', toString(now), 'usual', toString(round(usual, 1)),
        'alerts', toString(length(alarmed.alerts))) AS details,
    toFloat64(now) AS baseline,
    usual - now AS expected,
    expected - 1.96 * sqrt(now + pow(usual_error, 2)) AS expected_lower,
    expected + 1.96 * sqrt(now + pow(usual_error, 2)) AS expected_upper
FROM blocks
INNER JOIN alarmed ON alarmed.grid = blocks.grid
LEFT JOIN
(
    SELECT toString(area_id) AS grid, argMax(score, day) AS score FROM portraits FINAL WHERE dimension = 'management' GROUP BY grid
) AS p ON p.grid = blocks.grid
WHERE days_before >= 28 AND now >= 6 AND now - usual > 1.96 * sqrt(now + pow(usual_error, 2))
ORDER BY score DESC, finding
LIMIT 1 BY area

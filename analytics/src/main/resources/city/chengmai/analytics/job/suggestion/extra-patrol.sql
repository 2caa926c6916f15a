-- Three hours of the day in which a grid has far more of what an open alert there tells of than before: patrol there then. Both counts are
-- Poisson, so that twice their square roots (Anscombe 1948) differ by chance beyond 3 less than once in 700; eight stretches of hours of each
-- alert are looked at. What may be hoped for is that it is again as it was; the interval is that of the difference of two counts.
WITH
    {until:DateTime64(3, 'UTC')} AS until,
    until - toIntervalDay(28) AS recent,
    least(56, dateDiff('day', toDateTime64(toDateTime({first_day:Date}, {zone:String}), 3, 'UTC'), recent)) AS days_before,
    28 / days_before AS ratio,
    alarmed AS
    (
        SELECT arrayJoin(if(empty(areas), [toString(area_id)], areas)) AS grid, toString(category) AS kind, groupArray(alert_id) AS alerts,
               max(transform(toString(severity), ['alarm', 'warning'], [20, 10], 5)) AS urgency
        FROM alerts FINAL
        WHERE state = 'open' AND rule IN ('A02', 'A03', 'A03-scan', 'A18')
        GROUP BY grid, kind
    ),
    blocks AS
    (
        -- An alert without a category is about cases of all of them.
        SELECT toString(grid) AS grid, arrayJoin(['', toString(category)]) AS kind,
               intDiv(toHour(toTimeZone(reported_at, {zone:String})), 3) * 3 AS hour,
               countIf(reported_at >= recent) AS now, groupArrayIf(case_id, reported_at >= recent) AS ids,
               countIf(reported_at < recent) AS before
        FROM cases FINAL
        WHERE grid != '' AND isNull(cancelled_at) AND reported_at < until AND reported_at >= recent - toIntervalDay(days_before)
        GROUP BY grid, kind, hour
    )
SELECT
    concat(blocks.grid, '|', if(blocks.kind = '', '', concat(blocks.kind, '|')), toString(hour)) AS finding,
    blocks.grid AS area,
    toString(hour) AS subject,
    ratio * before AS usual,
    2 * (sqrt(now + 0.375) - sqrt(ratio * (before + 0.375))) / sqrt(1 + ratio) AS beyond_chance,
    alarmed.urgency + 4 * beyond_chance + ifNull(10 - p.score / 10, 0) AS score,
    arrayConcat(arraySlice(alarmed.alerts, 1, 10), arraySlice(arraySort(ids), 1, 40)) AS evidence,
    length(alarmed.alerts) + length(ids) AS evidence_total,
    map('hour', toString(hour), 'until-hour', toString(hour + 3), 'category', blocks.kind, 'cases', toString(now),
        'usual', toString(round(usual, 1)), 'alerts', toString(length(alarmed.alerts))) AS details,
    toFloat64(now) AS baseline,
    usual - now AS expected,
    expected - 1.96 * sqrt(now + ratio * usual) AS expected_lower,
    expected + 1.96 * sqrt(now + ratio * usual) AS expected_upper
FROM blocks
INNER JOIN alarmed ON alarmed.grid = blocks.grid AND alarmed.kind = blocks.kind
LEFT JOIN
(
    SELECT toString(area_id) AS grid, argMax(score, day) AS score FROM portraits FINAL WHERE dimension = 'management' GROUP BY grid
) AS p ON p.grid = blocks.grid
WHERE days_before >= 28 AND now >= 6 AND beyond_chance > 3
ORDER BY score DESC, finding
LIMIT 1 BY area

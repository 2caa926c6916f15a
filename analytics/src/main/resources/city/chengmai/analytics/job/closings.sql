-- How long closed cases took from filing, sorted, by grid and day of their closing in the city's zone; on the clock, or in
-- working time: whole working days before each moment, and what of the office hours of its day had passed. Whole milliseconds:
-- their sum does not depend on the order in which they come.
SELECT
    area,
    day,
    arraySort(groupArray(milliseconds)) AS milliseconds
FROM
(
    WITH
        [{{worked}}] AS worked,
        at -> toUInt32(greatest(1, toInt32(toRelativeDayNum(at, '{{zone}}')) - {{workedFrom}} + 1)) AS place,
        at -> toInt64(toHour(at, '{{zone}}')) * 3600000 + toMinute(at, '{{zone}}') * 60000 + toSecond(at, '{{zone}}') * 1000
            + toMillisecond(at) AS clock,
        at -> toInt64(worked[place(at)]) * ({{closes}} - {{opens}})
            + toInt64(worked[place(at) + 1] - worked[place(at)])
                * (least(greatest(clock(at), {{opens}}), {{closes}}) - {{opens}}) AS spent
    SELECT
        arrayFilter(a -> a != '', [toString(grid), toString(overlay_grid)]) AS areas,
        assumeNotNull(toInt32(toRelativeDayNum(closed_at, '{{zone}}'))) AS day,
        assumeNotNull(if({{O03.workingTime}} = 1, spent(assumeNotNull(closed_at)) - spent(assumeNotNull(filed_at)),
            dateDiff('millisecond', filed_at, closed_at))) AS milliseconds
    FROM cases FINAL
    WHERE isNotNull(filed_at) AND isNull(cancelled_at) AND (grid != '' OR overlay_grid != '') AND closed_at >= filed_at
        AND closed_at >= '{{since}}' AND closed_at < toDateTime64('{{until}}', 3, 'UTC')
)
ARRAY JOIN areas AS area
GROUP BY area, day

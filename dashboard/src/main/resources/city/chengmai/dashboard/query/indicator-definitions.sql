-- One indicator of an area by every definition it was computed with: the 30 days that end on a day, and the periods that hold it.
WITH
    {day:Date} AS asked,
    [('week', toMonday(asked)), ('month', toStartOfMonth(asked)), ('quarter', toStartOfQuarter(asked)), ('year', toStartOfYear(asked))] AS starts
SELECT period, day, definition_version, denominator, value, state, companion
FROM
(
    SELECT '30-days' AS period, day, definition_version, denominator, value, toString(state) AS state, companion
    FROM indicator_30d
    WHERE area_id = {area:String} AND indicator = {indicator:String} AND day = asked
    UNION ALL
    SELECT toString(period) AS period, period_start AS day, definition_version, denominator, value, toString(state) AS state, companion
    FROM indicator_periods
    WHERE area_id = {area:String} AND indicator = {indicator:String} AND has(starts, (toString(period), period_start))
    UNION ALL
    SELECT toString(period) AS period, day, definition_version, denominator, value, toString(state) AS state, companion
    FROM indicator_definitions
    WHERE area_id = {area:String} AND indicator = {indicator:String}
        AND ((period = '30-days' AND day = asked) OR has(starts, (toString(period), day)))
)
ORDER BY indexOf(['30-days', 'week', 'month', 'quarter', 'year'], period), definition_version

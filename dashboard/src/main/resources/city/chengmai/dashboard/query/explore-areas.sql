-- An indicator of some areas, each of the latest day or period that any of them has up to a day.
WITH told AS
(
    SELECT 'day' AS period, area_id, day AS first, numerator, denominator, value, state, data_as_of
    FROM indicator_1d
    WHERE indicator = {indicator:String} AND {period:String} = 'day' AND has({areas:Array(String)}, area_id)
    UNION ALL
    SELECT '30-days', area_id, day, numerator, denominator, value, state, data_as_of
    FROM indicator_30d
    WHERE indicator = {indicator:String} AND {period:String} = '30-days' AND has({areas:Array(String)}, area_id)
    UNION ALL
    SELECT period, area_id, period_start, numerator, denominator, value, state, data_as_of
    FROM indicator_periods
    WHERE indicator = {indicator:String} AND period = {period:String} AND has({areas:Array(String)}, area_id)
)
SELECT area_id, first AS day, numerator, denominator, value, state, data_as_of
FROM told
WHERE first = (SELECT max(first) FROM told WHERE first <= {day:Date})

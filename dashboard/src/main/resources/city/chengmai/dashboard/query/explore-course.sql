-- An indicator of one area over time, the latest first.
SELECT area_id, day, numerator, denominator, value, state, data_as_of
FROM
(
    SELECT area_id, day, numerator, denominator, value, state, data_as_of
    FROM indicator_1d
    WHERE indicator = {indicator:String} AND {period:String} = 'day' AND area_id = {area:String}
    UNION ALL
    SELECT area_id, day, numerator, denominator, value, state, data_as_of
    FROM indicator_30d
    WHERE indicator = {indicator:String} AND {period:String} = '30-days' AND area_id = {area:String}
    UNION ALL
    SELECT area_id, period_start AS day, numerator, denominator, value, state, data_as_of
    FROM indicator_periods
    WHERE indicator = {indicator:String} AND period = {period:String} AND area_id = {area:String}
)
WHERE day <= {day:Date}
ORDER BY day DESC
LIMIT {limit:UInt32}

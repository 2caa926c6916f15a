-- Values of an area over days, weeks or months.
SELECT indicator, day, numerator, denominator, value, state, data_as_of
FROM indicator_1d
WHERE area_id = {area:String} AND {period:String} = 'day' AND has({days:Array(Date)}, day)
UNION ALL
SELECT indicator, period_start AS day, numerator, denominator, value, state, data_as_of
FROM indicator_periods
WHERE area_id = {area:String} AND period = {period:String} AND has({days:Array(Date)}, period_start)

-- The course of an indicator's trailing 30-day value in an area.
SELECT day, value, data_as_of
FROM indicator_30d
WHERE area_id = {area:String} AND indicator = {indicator:String} AND day > {after:Date} AND day <= {day:Date}
ORDER BY day

-- The latest trailing 30-day value of an indicator in every area.
WITH
    (SELECT max(day) FROM indicator_30d WHERE indicator = {indicator:String} AND day <= {day:Date}) AS latest
SELECT area_id, value, day, data_as_of
FROM indicator_30d
WHERE indicator = {indicator:String} AND day = latest
ORDER BY area_id

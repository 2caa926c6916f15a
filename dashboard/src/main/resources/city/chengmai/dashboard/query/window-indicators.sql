-- The latest 30-day values of one area, and those of the 30 days before.
WITH
    (SELECT max(day) FROM indicator_30d WHERE area_id = {area:String} AND day <= {day:Date}) AS latest
SELECT indicator, day = latest AS current, day, numerator, denominator, value, state, companion,
       definition_version, data_as_of
FROM indicator_30d
WHERE area_id = {area:String} AND day IN (latest, latest - 30)
ORDER BY indicator, current DESC

-- The latest 30-day values of one area, those of the 30 days before, and those of a year before.
WITH
    (SELECT max(day) FROM indicator_30d WHERE area_id = {area:String} AND day <= {day:Date}) AS latest
SELECT indicator, multiIf(day = latest, 1, day = latest - 30, 0, -1) AS current, day, numerator, denominator, value, state, companion,
       definition_version, data_as_of
FROM indicator_30d
WHERE area_id = {area:String} AND day IN (latest, latest - 30, latest - INTERVAL 1 YEAR)
ORDER BY indicator, current DESC

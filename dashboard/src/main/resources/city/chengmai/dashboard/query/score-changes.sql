-- What moved the latest scores of one area. A day without a score 30 days before has no rows.
WITH
    (SELECT max(day) FROM portraits WHERE area_id = {area:String} AND day <= {day:Date}) AS latest
SELECT dimension, indicator, day, since, value_before, value_now, value_points, weight_points
FROM portrait_changes
WHERE area_id = {area:String} AND day = latest AND (value_points != 0 OR weight_points != 0)
ORDER BY dimension, abs(value_points + weight_points) DESC, indicator

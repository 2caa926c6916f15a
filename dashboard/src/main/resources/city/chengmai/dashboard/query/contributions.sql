-- Why the latest scores of one area are what they are.
WITH
    (SELECT max(day) FROM portrait_contributions WHERE area_id = {area:String} AND day <= {day:Date}) AS latest
SELECT dimension, indicator, state, value, shrunk_value, curve_score, weight, points, lost_points
FROM portrait_contributions
WHERE area_id = {area:String} AND day = latest AND dimension != 'overall'
ORDER BY dimension, lost_points DESC, indicator

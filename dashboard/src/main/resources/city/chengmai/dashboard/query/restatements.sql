-- The latest corrections of published values of one measure of an area.
SELECT period, day, old_value, old_state, new_value, new_state, reason, restated_at
FROM restatements
WHERE area_id = {area:String} AND measure = {measure:String}
ORDER BY restated_at DESC, day DESC, period
LIMIT 12

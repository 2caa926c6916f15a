-- The schedule of each kept statement that holds, or of one. Of two of one number the one written first holds.
SELECT query_id, number, step_id, query_edition, standing, cadence, every, minute_of_day, weekday, condition, bound, streak,
    severity, actor, made_at
FROM query_schedules
WHERE {query:String} = '' OR query_id = {query:String}
ORDER BY query_id, number DESC, version, step_id
LIMIT 1 BY query_id

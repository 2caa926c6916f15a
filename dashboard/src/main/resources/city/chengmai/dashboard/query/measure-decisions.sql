-- What was decided about suggested measures, latest first.
SELECT measure_id, decision_id, decision, reason, comment, actor, decided_at
FROM measure_decisions
WHERE {measure:String} = '' OR measure_id = {measure:String}
ORDER BY decided_at DESC, decision_id DESC
LIMIT 1000

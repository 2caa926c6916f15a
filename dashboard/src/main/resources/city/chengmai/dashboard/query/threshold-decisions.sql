-- What was decided about proposals, latest first.
SELECT proposal_id, decision_id, decision, value, actor, comment, decided_at
FROM threshold_decisions
WHERE {proposal:String} = '' OR proposal_id = {proposal:String}
ORDER BY decided_at DESC, decision_id DESC
LIMIT 500

-- The list of the latest morning up to a day.
SELECT candidate_id, day, place, grid, category, address, evidence, evidence_total, orders, learned_from, base, likelihood, lower, upper
FROM foresight_candidates
WHERE dropped = 0 AND day = {day:Date}
ORDER BY place

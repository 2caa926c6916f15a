-- Suggested measures, those that still hold first, then by what speaks for them; of one grid when it is given.
SELECT measure_id, kind, area_id, subject, score, evidence, evidence_total, details, baseline, expected, expected_lower, expected_upper,
    first_day, last_day, ended_day, measured_on, observed, effect, effect_lower, effect_upper
FROM suggested_measures
WHERE ({grid:String} = '' OR area_id = {grid:String}) AND ({measure:String} = '' OR measure_id = {measure:String})
    AND (isNull(ended_day) OR measure_id IN (SELECT measure_id FROM measure_decisions))
ORDER BY isNull(ended_day) DESC, score DESC, measure_id
LIMIT 200

-- Accepted suggestions whose 28 days were over within days, with what had been expected and what was counted.
SELECT measure_id, kind, area_id, subject, score, evidence, evidence_total, details, baseline, expected, expected_lower, expected_upper,
    first_day, last_day, ended_day, measured_on, observed, effect, effect_lower, effect_upper
FROM suggested_measures
WHERE measured_on > {first:Date} AND measured_on <= {end:Date} AND isNotNull(effect) AND isNotNull(expected_lower) AND isNotNull(expected_upper)
ORDER BY measured_on, measure_id
LIMIT 200

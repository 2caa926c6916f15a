-- What interventions changed, of the run that computed last.
WITH
    (SELECT max(version) FROM intervention_effects) AS latest
SELECT intervention_id, name_zh, name_en, source, categories, areas, start_day, baseline_from, after_from, after_to,
       baseline_total, after_total, expected_total, dispersion, ratio, ratio_lower, ratio_upper, state, days, counts,
       expected
FROM intervention_effects
WHERE version = latest
ORDER BY start_day, intervention_id

-- What fixes of classes changed.
SELECT intervention_id, name_zh, name_en, source, categories, areas, start_day, baseline_from, after_from, after_to,
       baseline_total, after_total, expected_total, dispersion, ratio, ratio_lower, ratio_upper, state, days, counts,
       expected
FROM class_fix_effects
ORDER BY start_day DESC, intervention_id

-- Special periods that the city declares, newest first.
SELECT period_id, name_zh, name_en, first_day, end_day, areas, comparison_zh, comparison_en, comparison_from,
       comparison_to, overrides
FROM special_periods
WHERE declared = 1
ORDER BY first_day DESC, period_id

-- Distance to each benchmark at the last day, of the run that computed last.
WITH
    (SELECT max(version) FROM benchmark_gaps WHERE day <= {day:Date}) AS latest
SELECT benchmark_id, area_id, day, domain_zh, domain_en, rival_zh, rival_en, indicator, peer_area, value, target, gap,
       windows, window, slope, slope_error, state, closes_on, closes_from, closes_to, from_day, target_day, window_days,
       window_values
FROM benchmark_gaps
WHERE version = latest
ORDER BY benchmark_id, area_id

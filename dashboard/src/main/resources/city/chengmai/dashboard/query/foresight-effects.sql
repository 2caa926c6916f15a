-- Complaints that were not made, for the city, each type of grid and each category; the most finds first.
SELECT scope, scope_id, starts, uncompared, grids, days, before_total, after_total, compared_before, compared_after,
    effect, effect_lower, effect_upper, state, from_day, to_day
FROM foresight_effects
WHERE to_day = (SELECT max(to_day) FROM foresight_effects)
ORDER BY scope != 'all', scope = 'category', isNull(effect), effect, starts DESC, scope_id

-- Corrections of published values that were made in a time: of the larger areas first.
SELECT r.area_id AS area_id, measure, period, day, old_value, new_value, old_state, new_state, reason, restated_at,
    count() OVER () AS total
FROM restatements AS r
LEFT JOIN (SELECT area_id, any(level) AS level FROM areas GROUP BY area_id) AS a ON a.area_id = r.area_id
WHERE restated_at >= {from:DateTime64(3, 'UTC')} AND restated_at < {until:DateTime64(3, 'UTC')}
ORDER BY level = 'grid', indexOf(['month', 'week', 'quarter', 'year', '30-days', 'day'], period), restated_at DESC, measure, day DESC, area_id
LIMIT {limit:UInt32}

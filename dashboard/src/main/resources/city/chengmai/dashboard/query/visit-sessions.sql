-- Collective visits to homes and committees, day by day, each with the committees it went to.
SELECT toDate(held_at, {zone:String}) AS day, count() AS homes, uniqExact(grid) AS committees
FROM visits
WHERE target_type IN ('household', 'committee') AND held_at >= {from:DateTime64(3, 'UTC')} AND held_at < {until:DateTime64(3, 'UTC')}
GROUP BY day
ORDER BY day

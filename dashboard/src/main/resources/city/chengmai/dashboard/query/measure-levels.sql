-- Cases filed in a time by level, and how many of them were closed by its end; cancelled ones and those without a level are left out.
SELECT level, count() AS filed, countIf(closed_at < {until:DateTime64(3, 'UTC')}) AS closed
FROM cases
WHERE filed_at >= {from:DateTime64(3, 'UTC')} AND filed_at < {until:DateTime64(3, 'UTC')} AND cancelled_at IS NULL AND level != ''
GROUP BY level

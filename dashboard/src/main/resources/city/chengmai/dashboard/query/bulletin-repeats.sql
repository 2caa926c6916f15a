-- Places where the same was reported again in a period.
SELECT grid, category, address, count() AS cases,
    countIf(ifNull(coalesce(closed_at, cancelled_at) >= {until:DateTime64(3, 'UTC')}, 1)) AS open
FROM cases
WHERE reported_at >= {from:DateTime64(3, 'UTC')} AND reported_at < {until:DateTime64(3, 'UTC')} AND address != ''
GROUP BY grid, category, address
HAVING cases >= {least:UInt32}
ORDER BY cases DESC, open DESC, grid, category, address
LIMIT 200

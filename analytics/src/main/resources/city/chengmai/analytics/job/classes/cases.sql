-- Cases that may be of a class, with what was said.
SELECT case_id AS id, toString(grid) AS grid, toString(category) AS category, reported_at AS at, cancelled_at AS void_from,
       longitude, latitude, address, description
FROM cases FINAL
WHERE grid != '' AND category != '' AND isNull(cancelled_at)
    AND reported_at >= {since:DateTime64(3, 'UTC')} AND reported_at < {until:DateTime64(3, 'UTC')}
ORDER BY at, id

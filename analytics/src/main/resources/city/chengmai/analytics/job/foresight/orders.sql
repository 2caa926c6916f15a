-- Complaints by grid, category and day of the city.
SELECT toString(grid) AS grid, toString(category) AS category, toDate(toTimeZone(received_at, {zone:String})) AS day, count() AS many
FROM hotline_orders FINAL
WHERE grid != '' AND category != '' AND received_at >= {since:DateTime64(3, 'UTC')} AND received_at < {until:DateTime64(3, 'UTC')}
GROUP BY grid, category, day
ORDER BY grid, category, day

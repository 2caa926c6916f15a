-- Enterprises on file that are neither closed nor gone, by grid.
SELECT toString(grid) AS place, count() AS enterprises
FROM enterprises
WHERE status NOT IN ('closed', 'moved-out')
GROUP BY place
ORDER BY place

-- The first case ids behind unusual volumes, each with its number, category, grid ('' for the whole city) and time.
SELECT
    number,
    groupArraySorted(50)(case_id) AS evidence
FROM
(
    SELECT case_id, toString(category) AS category, toString(grid) AS grid, reported_at FROM cases FINAL
) AS reported
INNER JOIN
(
    SELECT * FROM values('number UInt32, category String, area String, begun DateTime64(3, \'UTC\'), ended DateTime64(3, \'UTC\')', {{keys}})
) AS found
ON reported.category = found.category
WHERE (area = '' OR grid = area) AND reported_at >= begun AND reported_at < ended
GROUP BY number

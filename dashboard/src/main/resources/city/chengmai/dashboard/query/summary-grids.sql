SELECT
    (SELECT uniqExact(area_id) FROM areas
     WHERE level = 'grid' AND overlay = 0 AND valid_to IS NULL) AS grids,
    uniqExactIf(area_id, grade IN ('A', 'B', 'C', 'D', 'E')) AS graded,
    max(data_as_of) AS data_as_of,
    count() AS portraits
FROM portraits
WHERE dimension = 'overall'
  AND day = (SELECT max(day) FROM portraits)
  AND area_id IN (SELECT area_id FROM areas WHERE level = 'grid' AND overlay = 0)

-- What each indicator gave to the overall score: its points in its dimension, over the dimensions that have a score.
SELECT c.area_id AS area_id, c.day AS day, c.indicator AS indicator, c.value AS value, c.points / s.dimensions AS points
FROM portrait_contributions AS c
INNER JOIN
(
    SELECT area_id, day, groupArray(dimension) AS scored, count() AS dimensions
    FROM portraits
    WHERE dimension != 'overall' AND score IS NOT NULL AND has({days:Array(Date)}, day) AND has({areas:Array(String)}, area_id)
    GROUP BY area_id, day
) AS s ON s.area_id = c.area_id AND s.day = c.day
WHERE c.dimension != 'overall' AND has({days:Array(Date)}, c.day) AND has({areas:Array(String)}, c.area_id)
    AND has(s.scored, c.dimension)
ORDER BY area_id, indicator, day

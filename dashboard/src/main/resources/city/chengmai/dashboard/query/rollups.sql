-- Counts of the trailing 30 days of the areas of a level beside the sums of what lies right below them, of the latest day that is computed.
-- Overlay grids are in no sum.
WITH
    tree AS
    (
        SELECT area_id AS id, argMax(parent_id, valid_from) AS parent, argMax(level, valid_from) AS place, argMax(overlay, valid_from) AS laid_over
        FROM areas
        WHERE valid_from <= {day:Date} AND (valid_to IS NULL OR valid_to > {day:Date})
        GROUP BY area_id
    ),
    counts AS
    (
        SELECT toString(area_id) AS id, toString(indicator) AS figure, numerator, denominator
        FROM indicator_30d
        WHERE day = (SELECT max(day) FROM indicator_30d WHERE day <= {day:Date}) AND has({indicators:Array(String)}, toString(indicator))
    ),
    parts AS
    (
        SELECT t.parent AS above, c.figure AS told, sum(c.numerator) AS numerators, sum(c.denominator) AS denominators, count() AS areas_below
        FROM counts AS c
        INNER JOIN tree AS t ON t.id = c.id
        WHERE t.laid_over = 0
        GROUP BY t.parent, c.figure
    )
SELECT own.id AS area_id, own.figure AS indicator, own.numerator AS numerator, own.denominator AS denominator,
       parts.numerators AS part_numerator, parts.denominators AS part_denominator, parts.areas_below AS parts_told
FROM counts AS own
INNER JOIN parts ON parts.above = own.id AND parts.told = own.figure
WHERE own.id IN (SELECT id FROM tree WHERE place = {level:String})
ORDER BY area_id, indicator

-- Stored totals that are not the sum of their parts. Each area above grids is held against the areas right below it, so that
-- the city follows from its districts and they from theirs; overlay grids are parts of nothing. A figure is read once and goes
-- where it is a part, and where it is the total.
SELECT
    toString(place) AS area,
    toString(indicator) AS indicator,
    toString({{period}}) AS period,
    toString({{day}}) AS day,
    tupleElement(figure, 1) AS part,
    tupleElement(figure, 2) AS stored,
    tupleElement(figure, 3) AS counted
FROM
(
    SELECT
        tree.place AS place, indicator, {{key}},
        countIf(NOT tree.total) AS parts,
        arrayFilter(f -> abs(f.2 - f.3) > {{tolerance}} * (parts + 1) + 1e-9 * abs(f.3),
            if(indicator IN ({{numerators}}), [], [('numerator', sumIf(numerator, tree.total), sumIf(numerator, NOT tree.total))])
            || if(indicator IN ({{denominators}}), [], [('denominator', sumIf(denominator, tree.total), sumIf(denominator, NOT tree.total))])) AS figures
    FROM
    (
        SELECT area_id, indicator, {{key}}, numerator, denominator
        FROM {{table}} FINAL
        WHERE {{looked}}
    ) AS stored
    INNER JOIN
    (
        WITH base AS
        (
            SELECT area_id AS id, argMax(parent_id, valid_from) AS parent FROM areas FINAL
            WHERE overlay = 0 GROUP BY area_id HAVING parent != ''
        )
        SELECT id, parent AS place, false AS total FROM base
        UNION ALL
        SELECT DISTINCT parent, parent, true FROM base
    ) AS tree ON tree.id = stored.area_id
    GROUP BY tree.place, indicator, {{key}}
    HAVING parts > 0
)
ARRAY JOIN figures AS figure
ORDER BY {{day}}, area, indicator, part
LIMIT 10000

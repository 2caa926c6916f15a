-- Stored totals that are not the sum of their parts. Each area above grids is held against the areas right below it, so that
-- the city follows from its districts and they from theirs; overlay grids are parts of nothing.
SELECT
    toString(area_id) AS area,
    toString(indicator) AS indicator,
    toString({{period}}) AS period,
    toString({{day}}) AS day,
    tupleElement(figure, 1) AS part,
    tupleElement(figure, 2) AS stored,
    tupleElement(figure, 3) AS counted
FROM
(
    SELECT
        area_id, indicator, {{key}},
        arrayFilter(f -> abs(f.2 - f.3) > {{tolerance}} * (parts.parts + 1) + 1e-9 * abs(f.3),
            if(indicator IN ({{numerators}}), [], [('numerator', ifNull(whole.numerator, 0.), parts.numerator)])
            || if(indicator IN ({{denominators}}), [], [('denominator', ifNull(whole.denominator, 0.), parts.denominator)])) AS figures
    FROM
    (
        SELECT tree.parent_id AS area_id, indicator, {{key}},
            sum(numerator) AS numerator, sum(denominator) AS denominator, count() AS parts
        FROM {{table}} AS child FINAL
        INNER JOIN
        (
            SELECT area_id, argMax(parent_id, valid_from) AS parent_id FROM areas FINAL
            WHERE overlay = 0 GROUP BY area_id HAVING parent_id != ''
        ) AS tree ON tree.area_id = child.area_id
        WHERE {{day}} >= toDate('{{from}}') AND {{day}} < toDate('{{to}}')
        GROUP BY tree.parent_id, indicator, {{key}}
    ) AS parts
    LEFT JOIN
    (
        SELECT area_id, indicator, {{key}}, numerator, denominator
        FROM {{table}} FINAL
        WHERE {{day}} >= toDate('{{from}}') AND {{day}} < toDate('{{to}}')
    ) AS whole USING (area_id, indicator, {{key}})
)
ARRAY JOIN figures AS figure
ORDER BY {{day}}, area_id, indicator, part
LIMIT 10000

-- Buildings with whether their events ever named a steward, as the latest that says anything about it tells; those without one first.
SELECT buildings.building_id AS building_id, buildings.name AS name, toString(buildings.grid) AS grid, toString(buildings.tax_class) AS tax_class,
       told.steward != '' AS has_steward
FROM buildings
LEFT JOIN
(
    SELECT subject, argMax(JSONExtractString(data, 'steward'), (occurred_at, version)) AS steward
    FROM events
    PREWHERE type = 'cn.grid.building.updated'
    WHERE occurred_at < {now:DateTime64(3, 'UTC')} AND JSONHas(data, 'steward')
    GROUP BY subject
) AS told ON told.subject = buildings.building_id
WHERE {grid:String} = '' OR buildings.grid = {grid:String}
ORDER BY has_steward, building_id

-- Buildings with their let and lettable areas, as the file or the base record told them last before a moment, and who sits in them then; those
-- with most space to let first. Where events have rolled off, the file itself says.
WITH
    {now:DateTime64(3, 'UTC')} AS until,
    mentions AS
    (
        SELECT subject, occurred_at AS told_at, version,
               if(type = 'cn.grid.building.updated', JSONExtract(data, 'lettableArea', 'Nullable(Float64)'),
                   toFloat64OrNull(JSONExtractString(data, 'attributes', 'lettableArea'))) AS whole,
               if(type = 'cn.grid.building.updated', JSONExtract(data, 'letArea', 'Nullable(Float64)'),
                   toFloat64OrNull(JSONExtractString(data, 'attributes', 'letArea'))) AS part
        FROM events
        WHERE occurred_at < until
            AND (type = 'cn.grid.building.updated' OR (type = 'cn.grid.record.updated' AND JSONExtractString(data, 'recordKind') = 'building'))
    ),
    told AS
    (
        SELECT subject, argMaxIf(whole, (told_at, version), isNotNull(whole)) AS lettable, argMaxIf(part, (told_at, version), isNotNull(part)) AS let,
               maxIf(told_at, isNotNull(part)) AS last_at
        FROM mentions
        GROUP BY subject
    ),
    seated AS
    (
        SELECT building_id AS seat, uniqExact(enterprise_id) AS tenants
        FROM occupancies
        WHERE moved_in_at < until AND ifNull(moved_out_at >= until, 1)
        GROUP BY building_id
    )
SELECT buildings.building_id AS building_id, buildings.name AS name, toString(buildings.grid) AS place,
       ifNull(told.lettable, buildings.lettable_area) AS lettable_area, ifNull(told.let, buildings.let_area) AS let_area,
       buildings.longitude AS longitude, buildings.latitude AS latitude,
       if(isNull(told.let), buildings.updated_at, told.last_at) AS told_at, seated.tenants AS tenants
FROM buildings
LEFT JOIN told ON told.subject = buildings.building_id
LEFT JOIN seated ON seated.seat = buildings.building_id
ORDER BY ifNull(lettable_area - let_area, 0) DESC, building_id

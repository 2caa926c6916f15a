-- Files of one kind: its own record and the base record of the same id as one, what was told later wins. Any of the
-- ids, or all when there are none; of a grid and with a word in name or id where they are given. Corrections that people applied lie over
-- that, one after the other, each as long as the file still tells what it corrected.
WITH
    told AS
    (
        SELECT enterprise_id AS id, app AS told_with, updated_at AS told_at,
               CAST(map('name', name, 'grid', toString(grid), 'address', address, 'trade', toString(trade),
                   'tier', toString(tier), 'status', toString(status), 'buildingId', building_id,
                   'country', toString(country), 'employees', ifNull(toString(employees), ''),
                   'floorArea', ifNull(toString(floor_area), ''), 'taxScale', ifNull(toString(tax_scale), '')),
                   'Map(String, String)') AS told_fields
        FROM enterprises
        WHERE {kind:String} = 'enterprise'
        UNION ALL
        SELECT building_id AS id, app AS told_with, updated_at AS told_at,
               CAST(map('name', name, 'grid', toString(grid), 'address', address, 'grade', toString(grade),
                   'taxClass', toString(tax_class), 'floors', ifNull(toString(floors), ''),
                   'lettableArea', ifNull(toString(lettable_area), ''), 'letArea', ifNull(toString(let_area), '')),
                   'Map(String, String)') AS told_fields
        FROM buildings
        WHERE {kind:String} = 'building'
        UNION ALL
        SELECT record_id AS id, app AS told_with, updated_at AS told_at,
               mapUpdate(attributes, CAST(map('name', name, 'grid', toString(grid)), 'Map(String, String)')) AS told_fields
        FROM registry
        WHERE record_kind = {kind:String}
    ),
    merged AS
    (
        SELECT id, argMax(toString(told_with), told_at) AS app, max(told_at) AS confirmed_at,
               arrayFold((all, one) -> mapUpdate(all, one.2),
                   arraySort(one -> one.1, groupArray((told_at, mapFilter((k, v) -> notEmpty(trim(BOTH ' ' FROM v)), told_fields)))),
                   CAST(map(), 'Map(String, String)')) AS told_of
        FROM told
        WHERE empty({ids:Array(String)}) OR has({ids:Array(String)}, id)
        GROUP BY id
    ),
    corrections AS
    (
        SELECT record_id, arraySort(one -> one.1, groupArray((applied, name, old, new))) AS steps
        FROM
        (
            SELECT record_id, max(edition) AS applied, argMax(toString(step), edition) AS last, any(toString(field)) AS name,
                   any(before) AS old, any(after) AS new
            FROM (SELECT * FROM record_steps ORDER BY version, step_id LIMIT 1 BY record_kind, record_id, edition)
            WHERE record_kind = {kind:String}
            GROUP BY record_id, correction_id
            HAVING last = 'apply'
        )
        GROUP BY record_id
    ),
    corrected AS
    (
        SELECT id, app, confirmed_at,
               arrayFold((kept, one) -> if(kept[one.2] = one.3 OR ifNull(toFloat64OrNull(kept[one.2]) = toFloat64OrNull(one.3), 0),
                   mapUpdate(kept, map(one.2, one.4)), kept), c.steps, m.told_of) AS fields
        FROM merged AS m
        LEFT JOIN corrections AS c ON c.record_id = m.id
    ),
    found AS
    (
        SELECT id, app, confirmed_at, fields,
               arrayCount(name -> mapContains(fields, name), {mandatory:Array(String)}) AS filled
        FROM corrected
        WHERE ({grid:String} = '' OR fields['grid'] = {grid:String})
            AND ({word:String} = '' OR positionCaseInsensitiveUTF8(fields['name'], {word:String}) > 0
                OR positionCaseInsensitive(id, {word:String}) > 0)
    )
SELECT id, app, confirmed_at, fields, filled, count() OVER () AS total, sum(filled) OVER () AS total_filled,
       countIf(confirmed_at >= {fresh_since:DateTime64(3, 'UTC')}) OVER () AS total_fresh
FROM found
ORDER BY if({order:String} = 'lacking', filled, 0), if({order:String} = 'oldest', confirmed_at, toDateTime64(0, 3, 'UTC')),
         fields['name'], id
LIMIT {limit:UInt32} OFFSET {offset:UInt32}

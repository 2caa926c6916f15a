-- Places where e-bikes are charged unsafely again and again, with no working charger near. The first case about which enough lies names
-- the place.
WITH
    hazards AS
    (
        SELECT case_id, toString(grid) AS grid, assumeNotNull(longitude) AS longitude, assumeNotNull(latitude) AS latitude, address, reported_at
        FROM cases FINAL
        WHERE has({categories:Array(String)}, category) AND isNotNull(cases.longitude) AND isNotNull(cases.latitude) AND isNull(cancelled_at)
            AND reported_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({window_days:Float64})) AND reported_at < {until:DateTime64(3, 'UTC')}
    ),
    told AS
    (
        SELECT subject AS record, argMax(grid, (occurred_at, version)) AS grid, argMax(data, (occurred_at, version)) AS data
        FROM events
        WHERE type = 'cn.grid.record.updated' AND occurred_at < {until:DateTime64(3, 'UTC')}
        GROUP BY subject
    ),
    chargers AS
    (
        SELECT record AS record_id, JSONExtractString(data, 'attributes', 'state') AS state,
               toFloat64OrZero(JSONExtractString(data, 'attributes', 'longitude')) AS longitude,
               toFloat64OrZero(JSONExtractString(data, 'attributes', 'latitude')) AS latitude
        FROM told
        WHERE JSONExtractString(data, 'attributes', 'kind') = 'e-bike-charger'
    ),
    anchors AS
    (
        SELECT a.case_id AS case_id, any(a.grid) AS grid, any(a.longitude) AS longitude, any(a.latitude) AS latitude, any(a.address) AS address,
               arraySort(groupArray(b.case_id)) AS ids, any(a.reported_at) AS at
        FROM hazards AS a
        INNER JOIN hazards AS b ON b.grid = a.grid
        WHERE greatCircleDistance(a.longitude, a.latitude, b.longitude, b.latitude) <= {metres:Float64}
        GROUP BY a.case_id
        HAVING length(ids) >= {cases:Float64}
    ),
    places AS
    (
        SELECT grid, arrayJoin(arrayFilter((a, i) -> NOT arrayExists(b -> greatCircleDistance(a.3, a.4, b.3, b.4) <= {metres:Float64}, arraySlice(sorted, 1, i - 1)),
                   sorted, arrayEnumerate(sorted))) AS place,
               place.2 AS case_id, place.3 AS longitude, place.4 AS latitude, place.5 AS address, place.6 AS ids
        FROM (SELECT grid, arraySort(groupArray((at, case_id, longitude, latitude, address, ids))) AS sorted FROM anchors GROUP BY grid)
    ),
    near AS
    (
        SELECT case_id, groupArrayIf(record_id, state != 'working') AS broken, countIf(state = 'working') AS working
        FROM places
        CROSS JOIN chargers
        WHERE greatCircleDistance(places.longitude, places.latitude, chargers.longitude, chargers.latitude) <= {charger_metres:Float64}
        GROUP BY case_id
    )
SELECT
    concat(grid, '|', toString(round(longitude, 3)), '|', toString(round(latitude, 3))) AS finding,
    grid AS area,
    concat(toString(round(longitude, 6)), ',', toString(round(latitude, 6))) AS subject,
    'place' AS subject_kind,
    least(1, 0.4 + 0.1 * length(ids)) AS score,
    arrayConcat(ids, near.broken) AS evidence,
    map('cases', toString(length(ids)), 'broken', toString(length(near.broken)), 'metres', toString({charger_metres:Float64}), 'address', address) AS details
FROM places
LEFT JOIN near ON near.case_id = places.case_id
WHERE near.working = 0
ORDER BY finding
LIMIT 1 BY finding

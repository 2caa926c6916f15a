-- Places whose cases were given back by several units. Of cases near one another the first about which enough
-- lies names the place.
WITH
    given_back AS
    (
        SELECT subject AS case_id, groupUniqArray(JSONExtractString(data, 'unit')) AS units
        FROM events FINAL
        WHERE type = 'cn.grid.case.returned' AND occurred_at < {until:DateTime64(3, 'UTC')}
            AND occurred_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({window_days:Float64}) + 20)
        GROUP BY subject
    ),
    placed AS
    (
        SELECT case_id, toString(grid) AS grid, longitude, latitude, address, units, reported_at
        FROM (SELECT * FROM cases FINAL WHERE isNotNull(longitude) AND isNotNull(latitude)
            AND reported_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({window_days:Float64})) AND reported_at < {until:DateTime64(3, 'UTC')}) AS c
        INNER JOIN given_back USING (case_id)
    ),
    about AS
    (
        SELECT a.case_id AS case_id, any(a.grid) AS grid, any(a.longitude) AS longitude, any(a.latitude) AS latitude, any(a.address) AS address,
               arraySort(groupArray(b.case_id)) AS ids, any(a.reported_at) AS at, arrayDistinct(arrayFlatten(groupArray(b.units))) AS by
        FROM placed AS a
        INNER JOIN placed AS b ON b.grid = a.grid
        WHERE greatCircleDistance(a.longitude, a.latitude, b.longitude, b.latitude) <= {metres:Float64}
        GROUP BY a.case_id
        HAVING length(ids) >= {returned_cases:Float64} AND length(by) >= {units:Float64}
    ),
    -- all cases of the place, given back or not
    whole AS
    (
        SELECT about.case_id AS case_id, count() AS cases
        FROM about
        INNER JOIN (SELECT toString(grid) AS grid, longitude, latitude FROM cases FINAL WHERE isNotNull(longitude) AND isNotNull(latitude)
            AND reported_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({window_days:Float64})) AND reported_at < {until:DateTime64(3, 'UTC')}) AS c
            ON c.grid = about.grid
        WHERE greatCircleDistance(about.longitude, about.latitude, c.longitude, c.latitude) <= {metres:Float64}
        GROUP BY about.case_id
    ),
    places AS
    (
        SELECT grid, arrayJoin(arrayFilter((a, i) -> NOT arrayExists(b -> greatCircleDistance(a.3, a.4, b.3, b.4) <= {metres:Float64}, arraySlice(sorted, 1, i - 1)),
                   sorted, arrayEnumerate(sorted))) AS place,
               place.3 AS longitude, place.4 AS latitude, place.5 AS address, place.6 AS ids, place.7 AS by
        FROM
        (
            SELECT grid, arraySort(groupArray((at, case_id, assumeNotNull(longitude), assumeNotNull(latitude), address, ids, by))) AS sorted
            FROM about
            INNER JOIN whole USING (case_id)
            WHERE length(ids) >= {share:Float64} * whole.cases
            GROUP BY grid
        )
    )
SELECT
    concat(grid, '|', toString(round(longitude, 3)), '|', toString(round(latitude, 3))) AS finding,
    any(grid) AS area,
    concat(toString(round(any(longitude), 6)), ',', toString(round(any(latitude), 6))) AS subject,
    'place' AS subject_kind,
    least(1, 0.4 + 0.1 * max(length(by)) + 0.04 * max(length(ids))) AS score,
    argMax(ids, length(ids)) AS evidence,
    map('units', arrayStringConcat(arraySort(argMax(by, length(by))), '、'), 'cases', toString(max(length(ids))), 'address', any(address)) AS details
FROM places
GROUP BY finding
ORDER BY finding

-- Places where one kind of matter comes back in several weeks of the window and that hold most of its kind in their grid.
WITH
    placed AS
    (
        SELECT case_id, toString(category) AS category, toString(grid) AS grid, assumeNotNull(longitude) AS longitude,
               assumeNotNull(latitude) AS latitude, address, reported_at,
               intDiv(dateDiff('day', toDate(reported_at, {zone:String}), toDate({until:DateTime64(3, 'UTC')}, {zone:String})), 7) AS week
        FROM cases FINAL
        WHERE isNotNull(cases.longitude) AND isNotNull(cases.latitude) AND isNull(cancelled_at) AND grid != ''
            AND reported_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({window_days:Float64})) AND reported_at < {until:DateTime64(3, 'UTC')}
    ),
    whole AS (SELECT grid, category, count() AS cases FROM placed GROUP BY grid, category),
    anchors AS
    (
        SELECT a.case_id AS case_id, any(a.grid) AS grid, any(a.category) AS category, any(a.longitude) AS longitude,
               any(a.latitude) AS latitude, any(a.address) AS address, arraySort(groupArray(b.case_id)) AS ids, uniqExact(b.week) AS weeks,
               any(a.reported_at) AS at
        FROM placed AS a
        INNER JOIN placed AS b ON b.grid = a.grid AND b.category = a.category
        WHERE greatCircleDistance(a.longitude, a.latitude, b.longitude, b.latitude) <= {metres:Float64}
        GROUP BY a.case_id
        HAVING length(ids) >= {cases:Float64} AND weeks >= {weeks:Float64}
    ),
    -- of those near one another the earliest
    places AS
    (
        SELECT grid, category, arrayJoin(arrayFilter((a, i) -> NOT arrayExists(b -> greatCircleDistance(a.3, a.4, b.3, b.4) <= {metres:Float64}, arraySlice(sorted, 1, i - 1)),
                   sorted, arrayEnumerate(sorted))) AS place,
               place.3 AS longitude, place.4 AS latitude, place.5 AS address, place.6 AS ids, place.7 AS weeks, cases
        FROM
        (
            SELECT anchors.grid AS grid, anchors.category AS category, any(whole.cases) AS cases,
                   arraySort(groupArray((at, case_id, longitude, latitude, address, ids, weeks))) AS sorted
            FROM anchors
            INNER JOIN whole ON whole.grid = anchors.grid AND whole.category = anchors.category
            WHERE length(ids) >= {share:Float64} * whole.cases
            GROUP BY grid, category
        )
    )
SELECT
    concat(places.grid, '|', places.category, '|', toString(round(longitude, 3)), '|', toString(round(latitude, 3))) AS finding,
    places.grid AS area,
    concat(toString(round(longitude, 6)), ',', toString(round(latitude, 6))) AS subject,
    'place' AS subject_kind,
    least(1, 0.3 + 0.5 * length(ids) / places.cases + 0.02 * length(ids)) AS score,
    ids AS evidence,
    map('category', places.category, 'cases', toString(length(ids)), 'weeks', toString(weeks), 'share', toString(round(length(ids) / places.cases, 2)), 'address', address) AS details
FROM places
ORDER BY finding
LIMIT 1 BY finding

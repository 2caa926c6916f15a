-- Cases of the days of the rules, and older ones that are open, with what the rules of levels ask about: units that have had them, and the same trouble on the other side of a border.
WITH
    {until:DateTime64(3, 'UTC')} AS until,
    {metres:Float64} AS metres,
    looked_at AS
    (
        SELECT case_id, toString(grid) AS grid, toString(category) AS category, toString(unit) AS unit, address, toString(level) AS level,
               returns, reopenings, reported_at, filed_at, due_at, if(closed_at < until, closed_at, NULL) AS ended_at, longitude, latitude
        FROM cases FINAL
        WHERE grid != '' AND isNull(cancelled_at) AND reported_at < until
            AND (reported_at >= {since:DateTime64(3, 'UTC')} OR isNull(closed_at) OR closed_at >= until)
    ),
    handed AS
    (
        SELECT subject AS case_id,
               arrayFilter(name -> name != '', arrayDistinct(arrayMap(step -> step.2, arraySort(groupArray((occurred_at, JSONExtractString(data, 'unit'))))))) AS units
        FROM events FINAL
        WHERE type = 'cn.grid.case.dispatched' AND occurred_at >= (SELECT min(reported_at) FROM looked_at) AND occurred_at < until
            AND subject IN (SELECT case_id FROM looked_at)
        GROUP BY subject
    ),
    across AS
    (
        SELECT a.case_id AS case_id, arraySort(groupUniqArray(b.case_id)) AS ids, uniqExact(b.grid) AS grids
        FROM
        (
            SELECT *, toInt64(floor(assumeNotNull(latitude) * 111195 / metres)) AS y,
                   toInt64(floor(assumeNotNull(longitude) * 111195 * 0.25 / metres)) AS x
            FROM looked_at WHERE isNotNull(longitude) AND isNotNull(latitude) AND category != ''
        ) AS a
        INNER JOIN
        (
            SELECT *, toInt64(floor(assumeNotNull(latitude) * 111195 / metres)) + step.2 AS y,
                   toInt64(floor(assumeNotNull(longitude) * 111195 * 0.25 / metres)) + step.1 AS x
            FROM looked_at
            ARRAY JOIN [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 0), (0, 1), (1, -1), (1, 0), (1, 1)] AS step
            WHERE isNotNull(longitude) AND isNotNull(latitude) AND category != ''
        ) AS b ON b.category = a.category AND b.x = a.x AND b.y = a.y
        WHERE b.grid != a.grid AND greatCircleDistance(a.longitude, a.latitude, b.longitude, b.latitude) <= metres
            AND abs(dateDiff('second', a.reported_at, b.reported_at)) <= 86400 * {days:UInt16}
        GROUP BY a.case_id
    )
SELECT
    looked_at.case_id AS case_id, grid, category, unit, address, level, reported_at, due_at, ended_at,
    handed.units AS units,
    toFloat64(greatest(0, toInt64(length(handed.units)) - 1)) AS handovers,
    toFloat64(looked_at.returns) AS returned,
    toFloat64(looked_at.reopenings) AS reopened,
    ifNull(greatest(0, dateDiff('second', filed_at, ifNull(ended_at, until))) / nullIf(dateDiff('second', filed_at, due_at), 0), 0) AS limit_share,
    toFloat64(across.grids) AS grids,
    arraySlice(across.ids, 1, 20) AS other_cases
FROM looked_at
LEFT JOIN handed ON handed.case_id = looked_at.case_id
LEFT JOIN across ON across.case_id = looked_at.case_id
ORDER BY case_id

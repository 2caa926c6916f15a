-- Places where the same thing came again: the first case of a place and day that has enough of its category around it in the days
-- up to it, and clearly more than usual there. Cases are compared within cells at least as wide as the distance and their
-- neighbours, and within stretches of time as long as is looked back. What is used more than once is a list, which is made once.
WITH
    toInt64({window_days:Float64} * 86400000) AS window,
    toInt64({usual_days:Float64} * 86400000) AS past,
    (
        SELECT greatest(0.01, min(cos(radians(ifNull(latitude, 0))))) FROM cases
    ) AS narrowest,
    [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 0), (0, 1), (1, -1), (1, 0), (1, 1)] AS neighbours,
    placed AS
    (
        SELECT
            case_id,
            toString(category) AS category,
            toString(grid) AS grid,
            toUnixTimestamp64Milli(reported_at) AS at,
            toString(toDate(reported_at, {zone:String})) AS day,
            assumeNotNull(longitude) AS longitude,
            assumeNotNull(latitude) AS latitude,
            toInt64(floor(latitude * 111195 / {metres:Float64})) AS y,
            toInt64(floor(longitude * 111195 * narrowest / {metres:Float64})) AS x,
            intDiv(at, window + past) AS era
        FROM cases FINAL
        WHERE category != '' AND isNotNull(cases.longitude) AND isNotNull(cases.latitude) AND isNull(cancelled_at)
            AND reported_at < {until:DateTime64(3, 'UTC')}
            AND toUnixTimestamp64Milli(reported_at)
                >= toUnixTimestamp64Milli({since:DateTime64(3, 'UTC')}) - 2 * window - past - 86400000
    ),
    spread AS
    (
        SELECT case_id, category, at, longitude, latitude, x + near.1 AS x, y + near.2 AS y, era
        FROM placed
        ARRAY JOIN neighbours AS near
    ),
    counted AS
    (
        SELECT
            later.case_id AS case_id,
            any(later.category) AS category,
            any(later.grid) AS grid,
            any(later.at) AS at,
            any(later.day) AS day,
            any(later.longitude) AS longitude,
            any(later.latitude) AS latitude,
            any(later.x) AS x,
            any(later.y) AS y,
            countIf(earlier.at >= later.at - window) AS cases,
            countIf(earlier.at < later.at - window) AS before,
            -- weeks, or what a week is here, that the past holds; at least one
            greatest(1, least(past, at - window - toUnixTimestamp64Milli(toDateTime64({first_day:Date}, 3, {zone:String}))) / window) AS windows,
            before / windows AS usual
        FROM placed AS later
        INNER JOIN
        (
            SELECT case_id, category, at, longitude, latitude, x, y, arrayJoin([era, era + 1]) AS era FROM spread
        ) AS earlier USING (category, x, y, era)
        WHERE earlier.at >= later.at - window - past
            AND (earlier.at, earlier.case_id) <= (later.at, later.case_id)
            AND greatCircleDistance(earlier.longitude, earlier.latitude, later.longitude, later.latitude) <= {metres:Float64}
        GROUP BY later.case_id
        HAVING cases >= {cases:Float64} AND cases >= {relative_floor:Float64} * usual
    ),
    (
        SELECT groupArray((case_id, category, grid, at, day, longitude, latitude, x, y, usual)) FROM counted
    ) AS hot_list,
    hot AS
    (
        SELECT h.1 AS case_id, h.2 AS category, h.3 AS grid, h.4 AS at, h.5 AS day, h.6 AS longitude, h.7 AS latitude, h.8 AS x, h.9 AS y,
               h.10 AS usual
        FROM (SELECT arrayJoin(hot_list) AS h)
    ),
    hot_spread AS
    (
        SELECT case_id, category, at, day, longitude, latitude, x + near.1 AS x, y + near.2 AS y
        FROM hot
        ARRAY JOIN neighbours AS near
    ),
    -- of one place the first of the day speaks for all
    repeated AS
    (
        SELECT DISTINCT later.case_id AS case_id
        FROM hot AS later
        INNER JOIN hot_spread AS earlier USING (category, x, y)
        WHERE earlier.day = later.day AND (earlier.at, earlier.case_id) < (later.at, later.case_id)
            AND greatCircleDistance(earlier.longitude, earlier.latitude, later.longitude, later.latitude) <= {metres:Float64}
    ),
    (
        SELECT groupArray(case_id) FROM repeated
    ) AS repeated_list,
    firsts AS (SELECT * FROM hot WHERE case_id NOT IN (SELECT arrayJoin(repeated_list))),
    first_spread AS (SELECT * FROM hot_spread WHERE case_id NOT IN (SELECT arrayJoin(repeated_list))),
    links AS
    (
        SELECT later.case_id AS case_id, argMax(earlier.case_id, (earlier.at, earlier.case_id)) AS previous
        FROM firsts AS later
        INNER JOIN first_spread AS earlier USING (category, x, y)
        WHERE earlier.day < later.day AND earlier.at >= later.at - window
            AND greatCircleDistance(earlier.longitude, earlier.latitude, later.longitude, later.latitude) <= {metres:Float64}
        GROUP BY later.case_id
    ),
    -- all cases of the place up to the end of the day
    evidence AS
    (
        SELECT first.case_id AS case_id, groupArraySorted(50)(other.case_id) AS ids, count() AS total, min(other.at) AS begun
        FROM firsts AS first
        INNER JOIN
        (
            SELECT s.case_id AS case_id, s.category AS category, s.at AS at, s.longitude AS longitude, s.latitude AS latitude,
                   s.x AS x, s.y AS y, toString(toDate(fromUnixTimestamp64Milli(s.at), {zone:String})) AS day
            FROM spread AS s
        ) AS other USING (category, x, y)
        WHERE other.at >= first.at - window AND other.day <= first.day
            AND greatCircleDistance(other.longitude, other.latitude, first.longitude, first.latitude) <= {metres:Float64}
        GROUP BY first.case_id
    )
SELECT
    firsts.case_id AS finding,
    links.previous AS continues,
    if(evidence.total >= {warning_cases:Float64}, 'warning', 'notice') AS severity,
    firsts.grid AS area,
    firsts.category AS category,
    toDateTime64(toDateTime(toDate(firsts.day), {zone:String}), 3, 'UTC') AS period_start,
    toDateTime64(toDateTime(toDate(firsts.day) + 1, {zone:String}), 3, 'UTC') AS period_end,
    fromUnixTimestamp64Milli(firsts.at, 'UTC') AS known_at,
    toFloat64(evidence.total) AS observed,
    firsts.usual AS expected,
    {cases:Float64} AS upper,
    evidence.ids AS evidence,
    evidence.total AS evidence_total,
    firsts.longitude AS longitude,
    firsts.latitude AS latitude,
    {metres:Float64} AS radius,
    map('days', toString({window_days:Float64}), 'first', toString(fromUnixTimestamp64Milli(evidence.begun, 'UTC'))) AS details
FROM firsts
INNER JOIN evidence ON evidence.case_id = firsts.case_id
LEFT JOIN links ON links.case_id = firsts.case_id
WHERE period_start >= {since:DateTime64(3, 'UTC')}
ORDER BY finding

-- Cases whose days after closing ended in the window and after which the same thing came back at the same place.
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until,
    toInt64(86400 * transform('days', {names:Array(String)}, {numbers:Array(Float64)}, 0.)) AS seconds,
    transform('metres', {names:Array(String)}, {numbers:Array(Float64)}, 0.) AS metres
SELECT case_id, category, level, grid, address, description, unit, stage, reported_at, due_at,
       suspended, returns, reopenings
FROM cases
WHERE case_id IN
(
    SELECT ended.case_id
    FROM
    (
        SELECT case_id, category, longitude, latitude, closed_at, addSeconds(closed_at, seconds) AS ends_at
        FROM cases
        WHERE (grid IN {grids:Array(String)} OR overlay_grid IN {grids:Array(String)}) AND category != '' AND cancelled_at IS NULL
            AND longitude IS NOT NULL AND latitude IS NOT NULL AND ends_at >= since AND ends_at < until
    ) AS ended
    INNER JOIN
    (
        SELECT case_id, category, longitude, latitude, reported_at
        FROM cases
        WHERE category != '' AND cancelled_at IS NULL AND longitude IS NOT NULL AND latitude IS NOT NULL
            AND reported_at >= addSeconds(since, -seconds) AND reported_at < until
    ) AS again ON again.category = ended.category
    WHERE again.case_id != ended.case_id
        AND again.reported_at > ended.closed_at AND again.reported_at <= ended.ends_at
        AND greatCircleDistance(again.longitude, again.latitude, ended.longitude, ended.latitude) <= metres
)
ORDER BY closed_at, case_id
LIMIT {limit:UInt32}

-- Closed cases by the end of the days in which the same thing may come back at the same place.
WITH
    placed AS
    (
        SELECT case_id, toString(grid) AS grid, toString(overlay_grid) AS overlay_grid, toString(category) AS category,
            reported_at, closed_at, longitude, latitude,
            toInt64(floor(latitude * 111195 / {{O05.metres}})) AS y,
            toInt64(floor(longitude * 111195 * 0.25 / {{O05.metres}})) AS x
        FROM cases FINAL
        WHERE category != '' AND isNull(cancelled_at) AND isNotNull(longitude) AND isNotNull(latitude)
    ),
    ended AS
    (
        SELECT *, assumeNotNull(addSeconds(closed_at, 86400 * {{O05.days}})) AS ends_at
        FROM placed
        WHERE (grid != '' OR overlay_grid != '') AND isNotNull(closed_at)
            AND ends_at >= '{{since}}' AND ends_at < toDateTime64('{{until}}', 3, 'UTC')
    )
SELECT
    arrayFilter(a -> a != '', [grid, overlay_grid]) AS areas,
    span,
    [('O05', at, at + span, toFloat64(recurred), 1.)] AS intervals
FROM
(
    SELECT
        grid,
        overlay_grid,
        toInt64({{number}}(ends_at, '{{zone}}')) AS at,
        case_id IN
        (
            SELECT ended.case_id
            FROM ended
            INNER JOIN
            (
                SELECT case_id, category, reported_at, longitude, latitude, x + near.1 AS x, y + near.2 AS y
                FROM placed
                ARRAY JOIN {{neighbours}} AS near
                WHERE reported_at >= subtractSeconds(toDateTime64('{{since}}', 3, 'UTC'), 86400 * {{O05.days}})
            ) AS again USING (category, x, y)
            WHERE again.case_id != ended.case_id
                AND again.reported_at > ended.closed_at AND again.reported_at <= ended.ends_at
                AND greatCircleDistance(again.longitude, again.latitude, ended.longitude, ended.latitude) <= {{O05.metres}}
        ) AS recurred
    FROM ended
)
ARRAY JOIN [{{spans}}] AS span

-- Orders that repeat an earlier one: of the same caller, or of the same category at the same place. Places are compared within
-- cells at least as wide as the distance and their neighbours.
WITH
    recent AS
    (
        SELECT order_id, toString(grid) AS grid, toString(category) AS category, caller_hash, received_at, longitude, latitude
        FROM hotline_orders FINAL
        WHERE received_at >= subtractSeconds(toDateTime64('{{since}}', 3, 'UTC'), 86400 * {{S05.days}})
            AND received_at < toDateTime64('{{until}}', 3, 'UTC')
    ),
    placed AS
    (
        SELECT *,
            toInt64(floor(latitude * 111195 / {{S05.metres}})) AS y,
            toInt64(floor(longitude * 111195 * 0.25 / {{S05.metres}})) AS x
        FROM recent
        WHERE category != '' AND isNotNull(longitude) AND isNotNull(latitude)
    )
SELECT
    [grid] AS areas,
    span,
    [('S05', received, received + span, toFloat64(repeated), 1.)] AS intervals
FROM
(
    SELECT
        grid,
        received_at,
        toInt64({{number}}(received_at, '{{zone}}')) AS received,
        order_id IN
        (
            SELECT order_id
            FROM
            (
                SELECT
                    order_id,
                    toUnixTimestamp64Milli(received_at) AS at,
                    max(at) OVER (PARTITION BY caller_hash ORDER BY at RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
                FROM recent
                WHERE caller_hash != ''
            )
            WHERE before >= at - {{S05.days}} * 86400000
        )
        OR order_id IN
        (
            SELECT later.order_id
            FROM placed AS later
            INNER JOIN
            (
                SELECT category, received_at, longitude, latitude, x + near.1 AS x, y + near.2 AS y
                FROM placed
                ARRAY JOIN {{neighbours}} AS near
            ) AS earlier USING (category, x, y)
            WHERE earlier.received_at < later.received_at
                AND earlier.received_at >= subtractSeconds(later.received_at, 86400 * {{S05.days}})
                AND greatCircleDistance(earlier.longitude, earlier.latitude, later.longitude, later.latitude) <= {{S05.metres}}
        ) AS repeated
    FROM recent
    WHERE grid != '' AND received_at >= '{{since}}'
)
ARRAY JOIN [{{spans}}] AS span

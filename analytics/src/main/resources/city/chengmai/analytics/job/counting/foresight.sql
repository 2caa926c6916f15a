-- Proactive cases closed before anybody complained, and the orders of those who did.
WITH
    complained AS
    (
        SELECT case_id, toString(category) AS category, received_at, longitude, latitude
        FROM hotline_orders FINAL
        WHERE received_at < toDateTime64('{{until}}', 3, 'UTC')
    ),
    proactive AS
    (
        SELECT case_id, toString(grid) AS grid, toString(category) AS category, order_id, reported_at,
            assumeNotNull(closed_at) AS done_at, longitude, latitude,
            toInt64(floor(latitude * 111195 / {{M08.metres}})) AS y,
            toInt64(floor(longitude * 111195 * 0.25 / {{M08.metres}})) AS x
        FROM cases FINAL
        WHERE grid != '' AND channel IN ('patrol', 'sensor', 'model', 'visit') AND category != '' AND isNull(cancelled_at)
            AND isNotNull(longitude) AND isNotNull(latitude)
            AND closed_at >= '{{since}}' AND closed_at < toDateTime64('{{until}}', 3, 'UTC')
    )
SELECT
    [grid] AS areas,
    span,
    [('M08', at, at + span, handled, 1.)] AS intervals
FROM
(
    SELECT grid, toInt64({{number}}(done_at, '{{zone}}')) AS at, 1. AS handled
    FROM proactive
    WHERE order_id = ''
        AND case_id NOT IN
        (
            SELECT proactive.case_id
            FROM proactive
            INNER JOIN complained ON complained.case_id = proactive.case_id
            WHERE complained.received_at < proactive.done_at
        )
        AND case_id NOT IN
        (
            SELECT proactive.case_id
            FROM proactive
            INNER JOIN
            (
                SELECT category, received_at, longitude, latitude,
                    toInt64(floor(latitude * 111195 / {{M08.metres}})) + near.2 AS y,
                    toInt64(floor(longitude * 111195 * 0.25 / {{M08.metres}})) + near.1 AS x
                FROM complained
                ARRAY JOIN {{neighbours}} AS near
                WHERE isNotNull(longitude) AND isNotNull(latitude)
            ) AS complaint USING (category, x, y)
            WHERE complaint.received_at >= subtractSeconds(proactive.reported_at, 86400 * {{M08.days}})
                AND complaint.received_at < proactive.done_at
                AND greatCircleDistance(complaint.longitude, complaint.latitude, proactive.longitude, proactive.latitude)
                    <= {{M08.metres}}
        )
    UNION ALL
    SELECT toString(grid), toInt64({{number}}(received_at, '{{zone}}')), 0.
    FROM hotline_orders FINAL
    WHERE grid != '' AND received_at >= '{{since}}' AND received_at < toDateTime64('{{until}}', 3, 'UTC')
)
ARRAY JOIN [{{spans}}] AS span

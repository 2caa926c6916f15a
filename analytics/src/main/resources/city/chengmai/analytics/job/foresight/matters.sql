-- Proactive matters and what speaks against each: orders of the same category within the metres of M08, or orders that name the case.
WITH
    {until:DateTime64(3, 'UTC')} AS until,
    {metres:Float64} AS metres,
    {days:UInt16} AS days,
    complaint AS
    (
        SELECT order_id, toString(category) AS category, case_id, received_at AS at, longitude, latitude
        FROM hotline_orders FINAL
        WHERE received_at < until
    ),
    found AS
    (
        SELECT case_id, toString(grid) AS grid, toString(category) AS category, toString(channel) AS channel, address, order_id,
               reported_at, if(closed_at < until, closed_at, NULL) AS closed_at, longitude, latitude,
               category != '' AND isNotNull(longitude) AND isNotNull(latitude) AS placed
        FROM cases FINAL
        WHERE grid != '' AND channel IN ({channels:Array(String)}) AND isNull(cancelled_at)
            AND reported_at >= {since:DateTime64(3, 'UTC')} AND reported_at < until
    ),
    against AS
    (
        SELECT case_id, arraySort(groupUniqArrayIf(order_id, at < reported_at)) AS before,
               arraySort(groupUniqArrayIf(order_id, at >= reported_at AND (isNull(closed_at) OR at < closed_at))) AS meanwhile,
               uniqExactIf(order_id, at >= closed_at AND at < closed_at + toIntervalDay(days)) AS after
        FROM
        (
            SELECT found.case_id AS case_id, found.reported_at AS reported_at, found.closed_at AS closed_at, near.order_id AS order_id, near.at AS at
            FROM
            (
                SELECT *, toInt64(floor(assumeNotNull(latitude) * 111195 / metres)) AS y,
                       toInt64(floor(assumeNotNull(longitude) * 111195 * 0.25 / metres)) AS x
                FROM found WHERE placed
            ) AS found
            INNER JOIN
            (
                SELECT order_id, category, at, longitude, latitude,
                       toInt64(floor(assumeNotNull(latitude) * 111195 / metres)) + step.2 AS y,
                       toInt64(floor(assumeNotNull(longitude) * 111195 * 0.25 / metres)) + step.1 AS x
                FROM complaint
                ARRAY JOIN [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 0), (0, 1), (1, -1), (1, 0), (1, 1)] AS step
                WHERE isNotNull(longitude) AND isNotNull(latitude)
            ) AS near ON near.category = found.category AND near.x = found.x AND near.y = found.y
            WHERE near.at >= found.reported_at - toIntervalDay(days)
                AND greatCircleDistance(near.longitude, near.latitude, found.longitude, found.latitude) <= metres
            UNION ALL
            SELECT found.case_id, found.reported_at, found.closed_at, complaint.order_id, complaint.at
            FROM found
            INNER JOIN complaint ON complaint.case_id = found.case_id
        )
        GROUP BY case_id
    )
SELECT
    found.case_id AS case_id,
    grid,
    category,
    channel,
    address,
    reported_at,
    closed_at,
    arrayConcat(if(order_id = '' OR has(against.before, order_id), [], [order_id]), against.before) AS earlier,
    multiIf(
        notEmpty(earlier), 'complained-before',
        notEmpty(against.meanwhile), 'complained-meanwhile',
        NOT placed, 'unplaced',
        isNull(closed_at), 'open',
        'handled') AS verdict,
    arraySlice(arrayConcat(earlier, against.meanwhile), 1, 20) AS orders,
    toUInt32(against.after) AS orders_after,
    toUInt8(ifNull(closed_at + toIntervalDay(days) < until, 0)) AS settled
FROM found
LEFT JOIN against ON against.case_id = found.case_id
ORDER BY case_id

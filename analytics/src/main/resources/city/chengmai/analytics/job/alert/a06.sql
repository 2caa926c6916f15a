-- Grids where people have to call again and again: the share of repeated orders over 30 days is above the quantile of the grid's peers.
WITH
    shares AS
    (
        SELECT s.area_id AS area, s.day AS day, s.peer_group AS peer_group, assumeNotNull(s.value) AS value, i.numerator AS repeated, i.denominator AS orders
        FROM (SELECT * FROM indicator_standings FINAL WHERE indicator = 'S05' AND isNotNull(value)) AS s
        INNER JOIN (SELECT * FROM indicator_30d FINAL WHERE indicator = 'S05' AND state = 'measured') AS i
            ON i.area_id = s.area_id AND i.day = s.day
        WHERE s.day >= toDate({since:DateTime64(3, 'UTC')}, {zone:String}) - 40 AND s.day <= toDate({until:DateTime64(3, 'UTC')}, {zone:String})
    ),
    -- linear between the values of the group; the share itself is a number of the rule and no constant of the query
    bounds AS
    (
        SELECT day, peer_group, arraySort(groupArray(value)) AS values, length(values) AS peers,
               {share:Float64} * (peers - 1) AS place, toUInt32(floor(place)) AS below,
               values[below + 1] + (place - below) * (values[least(below + 2, peers)] - values[below + 1]) AS bound
        FROM shares
        GROUP BY day, peer_group
        HAVING peers >= {smallest_group:Float64}
    ),
    found AS
    (
        SELECT s.area AS area, s.day AS day, s.value AS value, s.repeated AS repeated, s.orders AS orders, b.bound AS bound, b.peers AS peers
        FROM shares AS s
        INNER JOIN bounds AS b ON b.day = s.day AND b.peer_group = s.peer_group
        WHERE s.value > b.bound AND s.value >= {absolute_floor:Float64} AND s.repeated >= {smallest_count:Float64}
    )
SELECT
    concat(area, '|', toString(day)) AS finding,
    if(before >= day - toUInt16({quiet_days:Float64}), concat(area, '|', toString(before)), '') AS continues,
    'notice' AS severity,
    toString(area) AS area,
    'S05' AS subject,
    toDateTime64(toDateTime(day, {zone:String}), 3, 'UTC') AS period_start,
    toDateTime64(toDateTime(day + 1, {zone:String}), 3, 'UTC') AS period_end,
    period_end AS known_at,
    value AS observed,
    bound AS upper,
    ['S05'] AS evidence,
    toUInt32(repeated) AS evidence_total,
    map('orders', toString(orders), 'repeated', toString(repeated), 'peers', toString(peers)) AS details
FROM
(
    SELECT *, lagInFrame(day, 1, toDate('1970-01-01')) OVER (PARTITION BY area ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS before
    FROM found
)
WHERE period_start >= {since:DateTime64(3, 'UTC')}
ORDER BY finding

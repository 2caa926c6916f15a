-- Areas that stay behind: an indicator in the worst share of its peers now and 30 days before, over windows that do not overlap, and
-- surely in the worse part both times: even the best rank within its interval is.
WITH
    worst AS
    (
        SELECT toString(area_id) AS area, toString(indicator) AS indicator, day, value, peer_value, `rank` AS place, peers
        FROM indicator_standings FINAL
        WHERE isNotNull(value) AND isNotNull(`rank`) AND peers >= {smallest_group:Float64}
            AND peers - `rank` + 1 <= {share:Float64} * peers
            AND ifNull(rank_lower, `rank`) > {sure_share:Float64} * peers
            AND day >= toDate({since:DateTime64(3, 'UTC')}, {zone:String}) - 80 AND day <= toDate({until:DateTime64(3, 'UTC')}, {zone:String})
    ),
    found AS
    (
        SELECT now.* FROM worst AS now
        INNER JOIN (SELECT area, indicator, day + 30 AS day FROM worst) AS before
            ON before.area = now.area AND before.indicator = now.indicator AND before.day = now.day
    )
SELECT
    concat(area, '|', indicator, '|', toString(day)) AS finding,
    if(before >= day - toUInt16({quiet_days:Float64}), concat(area, '|', indicator, '|', toString(before)), '') AS continues,
    'notice' AS severity,
    area,
    indicator AS subject,
    toDateTime64(toDateTime(day, {zone:String}), 3, 'UTC') AS period_start,
    toDateTime64(toDateTime(day + 1, {zone:String}), 3, 'UTC') AS period_end,
    period_end AS known_at,
    assumeNotNull(value) AS observed,
    peer_value AS expected,
    [indicator] AS evidence,
    1 AS evidence_total,
    map('rank', toString(assumeNotNull(place)), 'peers', toString(peers)) AS details
FROM
(
    SELECT *, lagInFrame(day, 1, toDate('1970-01-01')) OVER (PARTITION BY area, indicator ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS before
    FROM found
)
WHERE period_start >= {since:DateTime64(3, 'UTC')}
ORDER BY finding

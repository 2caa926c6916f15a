-- How long cases take from desk to unit and from unit to unit in a time: from filing to the first dispatch after it, from giving back to the
-- next dispatch, and from a dispatch to the unit's first word, by the unit that waits or gives back. Waiting ones have not come to the second
-- step by the end; medians are of those that have.
WITH
    {from:DateTime64(3, 'UTC')} AS since,
    {until:DateTime64(3, 'UTC')} AS until,
    steps AS
    (
        SELECT subject, type, occurred_at AS at, JSONExtractString(data, 'unit') AS unit
        FROM events
        WHERE type IN ('cn.grid.case.filed', 'cn.grid.case.dispatched', 'cn.grid.case.returned', 'cn.grid.case.disposed')
            AND occurred_at >= since AND occurred_at < until
    ),
    begun AS
    (
        SELECT subject, at, unit,
               multiIf(type = 'cn.grid.case.filed', 'filed', type = 'cn.grid.case.returned', 'returned', 'dispatched') AS step,
               if(step = 'dispatched', 'answer', 'dispatch') AS next
        FROM steps
        WHERE type != 'cn.grid.case.disposed'
    ),
    ended AS
    (
        SELECT subject, at, unit, if(type = 'cn.grid.case.dispatched', 'dispatch', 'answer') AS next
        FROM steps
        WHERE type != 'cn.grid.case.filed'
    ),
    gone AS (SELECT DISTINCT case_id AS subject FROM cases WHERE isNotNull(closed_at) OR isNotNull(cancelled_at)),
    pairs AS
    (
        SELECT begun.subject AS subject, begun.step AS step, begun.at AS begun_at, ended.at AS ended_at,
               ended.subject != '' AS came,
               multiIf(begun.step != 'filed', begun.unit, ended.unit) AS unit
        FROM begun
        ASOF LEFT JOIN ended ON begun.subject = ended.subject AND begun.next = ended.next AND ended.at >= begun.at
    )
SELECT step, unit, count() AS steps, countIf(came) AS done, countIf(NOT came AND subject NOT IN gone) AS waiting,
       if(done = 0, NULL, round(quantileExactInclusiveIf(0.5)(dateDiff('minute', begun_at, ended_at), came), 1)) AS median_minutes,
       if(done = 0, NULL, round(quantileExactInclusiveIf(0.9)(dateDiff('minute', begun_at, ended_at), came), 1)) AS ninth_minutes,
       countIf(step = 'returned' AND subject IN (SELECT case_id FROM case_levels WHERE notEmpty(crosses))) AS crossing
FROM pairs
WHERE came OR subject NOT IN gone
GROUP BY GROUPING SETS ((step, unit), (step))
HAVING unit != '' OR grouping(unit) = 1
ORDER BY indexOf(['filed', 'returned', 'dispatched'], step), unit != '', steps DESC, unit

-- Enterprises that are new on file in each of several times, all together or by grid, with whether a part of the service package came within so
-- many days. New is whose first event came through an app and is no import; of whom some events have rolled off, that is not known, and it is left out.
WITH
    told AS
    (
        SELECT subject AS enterprise, min(occurred_at) AS first_at, argMin(toString(grid), occurred_at) AS place_id,
               argMin(JSONExtractString(data, 'app'), occurred_at) AS app, count() AS told_times
        FROM events
        WHERE type = 'cn.grid.enterprise.updated'
        GROUP BY subject
        HAVING app NOT IN ('', 'import')
    ),
    fresh AS
    (
        SELECT told.enterprise AS enterprise, told.first_at AS first_at, told.place_id AS place_id
        FROM told
        INNER JOIN enterprises ON enterprises.enterprise_id = told.enterprise
        WHERE enterprises.updates <= told.told_times AND ({everywhere:UInt8} OR has({grids:Array(String)}, told.place_id))
    ),
    packs AS
    (
        SELECT enterprise_id, toString(part) AS what, min(assumeNotNull(delivered_at)) AS given_at
        FROM service_packages
        WHERE has({kinds:Array(String)}, toString(part)) AND isNotNull(delivered_at)
        GROUP BY enterprise_id, what
    ),
    owed AS
    (
        SELECT enterprise, first_at, place_id, owing.1 AS what, first_at + toIntervalDay(owing.2) AS due_at
        FROM fresh
        ARRAY JOIN arrayZip({kinds:Array(String)}, {days:Array(UInt16)}) AS owing
    ),
    paired AS
    (
        SELECT owed.first_at AS first_at, owed.place_id AS place_id, owed.what AS what, owed.due_at AS due_at,
               if(packs.enterprise_id = '', NULL, greatest(packs.given_at, owed.first_at)) AS got_at
        FROM owed
        LEFT JOIN packs ON packs.enterprise_id = owed.enterprise AND packs.what = owed.what
    ),
    spread AS
    (
        SELECT *, span, fromUnixTimestamp64Milli(arrayElement({starts:Array(Int64)}, span), 'UTC') AS since,
               fromUnixTimestamp64Milli(arrayElement({ends:Array(Int64)}, span), 'UTC') AS until
        FROM paired
        ARRAY JOIN arrayEnumerate({starts:Array(Int64)}) AS span
        WHERE first_at < until
    )
SELECT
    what AS kind,
    span AS period,
    if({by_grid:UInt8}, place_id, '') AS place,
    countIf(first_at >= since) AS arrived,
    countIf(due_at >= since AND due_at < until) AS due,
    countIf(due_at >= since AND due_at < until AND ifNull(got_at <= due_at, 0)) AS welcomed,
    countIf(ifNull(got_at >= since AND got_at < until, 0)) AS given,
    if(given = 0, NULL, quantileExactInclusiveIf(0.5)(dateDiff('minute', first_at, ifNull(got_at, first_at)),
        ifNull(got_at >= since AND got_at < until, 0)) / 1440.) AS welcome_days
FROM spread
GROUP BY kind, period, place
ORDER BY kind, period, place

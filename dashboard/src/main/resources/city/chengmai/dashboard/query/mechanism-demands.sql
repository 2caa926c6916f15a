-- Demands of each kind in each of several times, all together or by grid, as they stood at its end.
WITH
    told AS
    (
        SELECT toString(kind) AS of_kind, toString(grid) AS place_id, assumeNotNull(raised_at) AS came,
               ifNull(matched_at, toDateTime64('2299-01-01', 3, 'UTC')) AS met, ifNull(closed_at, toDateTime64('2299-01-01', 3, 'UTC')) AS over
        FROM demands
        WHERE has({kinds:Array(String)}, toString(kind)) AND isNotNull(raised_at)
            AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
    )
SELECT
    of_kind AS kind,
    span AS period,
    if({by_grid:UInt8}, place_id, '') AS place,
    countIf(came >= since) AS raised,
    countIf(came >= since AND met < until) AS matched,
    countIf(met >= since AND met < until) AS matches,
    if(matches = 0, NULL, quantileExactInclusiveIf(0.5)(dateDiff('minute', came, met), met >= since AND met < until) / 1440.) AS match_days,
    countIf(over >= since AND over < until) AS closes,
    if(closes = 0, NULL, quantileExactInclusiveIf(0.5)(dateDiff('minute', came, over), over >= since AND over < until) / 1440.) AS close_days,
    countIf(met >= until AND over >= until) AS open
FROM
(
    SELECT *, span, fromUnixTimestamp64Milli(arrayElement({starts:Array(Int64)}, span), 'UTC') AS since,
           fromUnixTimestamp64Milli(arrayElement({ends:Array(Int64)}, span), 'UTC') AS until
    FROM told
    ARRAY JOIN arrayEnumerate({starts:Array(Int64)}) AS span
    WHERE came < until
)
GROUP BY kind, period, place
ORDER BY kind, period, place

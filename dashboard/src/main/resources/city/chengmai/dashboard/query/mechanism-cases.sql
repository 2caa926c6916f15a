-- Cases reported in each category in each of several times, all together or by grid.
SELECT
    toString(category) AS kind,
    span AS period,
    if({by_grid:UInt8}, toString(grid), '') AS place,
    count() AS cases
FROM cases
ARRAY JOIN arrayEnumerate({starts:Array(Int64)}) AS span
WHERE has({kinds:Array(String)}, toString(category)) AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
    AND reported_at >= fromUnixTimestamp64Milli(arrayElement({starts:Array(Int64)}, span), 'UTC')
    AND reported_at < fromUnixTimestamp64Milli(arrayElement({ends:Array(Int64)}, span), 'UTC')
GROUP BY kind, period, place
ORDER BY kind, period, place

-- Entries of each register at the end of each of several times, all together or by grid, with what the latest readings of the day before
-- the end say, and whether days of the time say that an entry was above its capacity, within it later and above it again. An entry that does
-- not tell since when it holds has held for ever.
WITH
    listed AS
    (
        SELECT record_id, if(attributes['kind'] = '', toString(record_kind), attributes['kind']) AS entry_kind, toString(grid) AS place_id,
               ifNull(valid_from, toDateTime64(0, 3, 'UTC')) AS begins, ifNull(valid_to, toDateTime64('2299-01-01', 3, 'UTC')) AS ends,
               toFloat64OrNull(attributes['capacity']) AS room,
               CAST(arrayMap(one -> (one.1, assumeNotNull(one.2)),
                   arrayFilter(one -> isNotNull(one.2) AND has({fields:Array(String)}, one.1),
                       arrayMap((name, text) -> (name, toFloat64OrNull(text)), mapKeys(attributes), mapValues(attributes)))),
                   'Map(String, Float64)') AS numbers
        FROM registry
        WHERE has({kinds:Array(String)}, entry_kind) AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
    ),
    heard AS
    (
        SELECT device_id, span, count() AS readings, countIf(metric = 'occupied') AS counts,
               argMaxIf(value, observed_at, metric = 'occupied') AS occupied
        FROM observations
        ARRAY JOIN arrayEnumerate({ends:Array(Int64)}) AS span
        WHERE device_id IN (SELECT record_id FROM listed)
            AND observed_at < fromUnixTimestamp64Milli(arrayElement({ends:Array(Int64)}, span), 'UTC')
            AND observed_at >= fromUnixTimestamp64Milli(arrayElement({ends:Array(Int64)}, span), 'UTC') - INTERVAL 1 DAY
        GROUP BY device_id, span
    ),
    counted AS
    (
        SELECT o.device_id AS device, o.observed_at AS at, o.value > assumeNotNull(l.room) AS above
        FROM
        (
            SELECT device_id, observed_at, value
            FROM observations
            WHERE metric = 'occupied' AND device_id IN (SELECT record_id FROM listed WHERE ifNull(room > 0, 0))
                AND observed_at >= fromUnixTimestamp64Milli(arrayMin({starts:Array(Int64)}), 'UTC')
                AND observed_at < fromUnixTimestamp64Milli(arrayMax({ends:Array(Int64)}), 'UTC')
        ) AS o
        INNER JOIN listed AS l ON l.record_id = o.device_id
    ),
    by_day AS
    (
        SELECT device, span, toDate(at, {zone:String}) AS day, max(above) AS over_once
        FROM counted
        ARRAY JOIN arrayEnumerate({starts:Array(Int64)}) AS span
        WHERE at >= fromUnixTimestamp64Milli(arrayElement({starts:Array(Int64)}, span), 'UTC')
            AND at < fromUnixTimestamp64Milli(arrayElement({ends:Array(Int64)}, span), 'UTC')
        GROUP BY device, span, day
    ),
    courses AS
    (
        SELECT device, span, arrayMap(one -> one.2, arraySort(groupArray((day, over_once)))) AS days, has(days, 1) AS once,
               -- days above that follow one within, or begin the time
               length(arrayFilter((today, yesterday) -> today AND NOT yesterday, days, arrayPushFront(arrayPopBack(days), 0))) > 1 AS again
        FROM by_day
        GROUP BY device, span
    ),
    spread AS
    (
        SELECT *, span, fromUnixTimestamp64Milli(arrayElement({starts:Array(Int64)}, span), 'UTC') AS since,
               fromUnixTimestamp64Milli(arrayElement({ends:Array(Int64)}, span), 'UTC') AS until,
               begins < until AND ends >= until AS stands
        FROM listed
        ARRAY JOIN arrayEnumerate({starts:Array(Int64)}) AS span
        WHERE begins < until
    )
SELECT
    entry_kind AS kind,
    spread.span AS period,
    if({by_grid:UInt8}, place_id, '') AS place,
    countIf(stands) AS entries,
    count() AS begun,
    countIf(begins >= since) AS opened,
    countIf(ends >= since AND ends < until) AS ended,
    countIf(ends < until) AS over,
    sumIf(ifNull(room, 0), stands) AS capacity,
    countIf(stands AND isNotNull(room) AND h.counts > 0) AS measured,
    sumIf(ifNull(room, 0), stands AND h.counts > 0) AS measured_capacity,
    sumIf(h.occupied, stands AND isNotNull(room) AND h.counts > 0) AS occupied,
    countIf(stands AND h.counts > 0 AND ifNull(h.occupied > room, 0)) AS crowded,
    countIf(stands AND h.readings > 0) AS heard,
    countIf(stands AND c.once) AS crowded_once,
    countIf(stands AND c.again) AS crowded_again,
    sumMap(if(stands, numbers, CAST(map(), 'Map(String, Float64)'))) AS sums
FROM spread
LEFT JOIN heard AS h ON h.device_id = spread.record_id AND h.span = spread.span
LEFT JOIN courses AS c ON c.device = spread.record_id AND c.span = spread.span
GROUP BY kind, period, place
ORDER BY kind, period, place

-- Services of each kind in each of several times, all together or by grid. Targets and items count as reached where the register that
-- the kind is related to has them at the end, targets there; a menu is everywhere. Of numbers that services tell: their sums, "#a" how many tell a, "a/b" the sum of a where b is told.
WITH
    listed AS
    (
        SELECT record_id, if(attributes['kind'] = '', toString(record_kind), attributes['kind']) AS entry_kind, toString(grid) AS entry_place,
               ifNull(valid_from, toDateTime64(0, 3, 'UTC')) AS begins, ifNull(valid_to, toDateTime64('2299-01-01', 3, 'UTC')) AS ends
        FROM registry
        WHERE has({target_registers:Array(String)}, entry_kind) OR has({item_registers:Array(String)}, entry_kind)
    ),
    held AS
    (
        SELECT service_id, toString(kind) AS of_kind, toString(grid) AS place_id, item_id, toString(outcome) AS ended_as,
               if(target_id = '', person_hash, target_id) AS target,
               assumeNotNull(held_at) AS held, planned_for, ifNull(participants, 0) AS people,
               if(isNull(ends_at) OR ends_at < held_at, 0, dateDiff('second', held, assumeNotNull(ends_at))) AS seconds,
               toDayOfWeek(held, 0, {zone:String}) > 5 OR toHour(held, {zone:String}) < 9 OR toHour(held, {zone:String}) >= 18 AS late,
               arrayConcat(
                   arrayMap(one -> (one.1, assumeNotNull(one.2)),
                       arrayFilter(one -> isNotNull(one.2) AND has({fields:Array(String)}, one.1),
                           arrayMap((name, text) -> (name, toFloat64OrNull(text)), mapKeys(attributes), mapValues(attributes)))),
                   arrayFilter(one -> isNotNull(participants) AND has({fields:Array(String)}, one.1),
                       [('participants', toFloat64(ifNull(participants, 0)))])) AS told,
               CAST(arrayConcat(told, arrayMap(one -> (concat('#', one.1), toFloat64(1)), told),
                   arrayFlatten(arrayMap(one -> arrayMap(other -> (concat(one.1, '/', other.1), one.2), told), told))),
                   'Map(String, Float64)') AS numbers
        FROM services
        WHERE has({kinds:Array(String)}, toString(kind)) AND isNotNull(held_at)
            AND ({everywhere:UInt8} OR has({grids:Array(String)}, toString(grid)))
    ),
    spread AS
    (
        SELECT *, span, fromUnixTimestamp64Milli(arrayElement({starts:Array(Int64)}, span), 'UTC') AS since,
               fromUnixTimestamp64Milli(arrayElement({ends:Array(Int64)}, span), 'UTC') AS until,
               held >= since AS within
        FROM held
        ARRAY JOIN arrayEnumerate({starts:Array(Int64)}) AS span
        WHERE held < until
    )
SELECT
    of_kind AS kind,
    span AS period,
    if({by_grid:UInt8}, place_id, '') AS place,
    countIf(within) AS services,
    sumIf(people, within) AS participants,
    sumIf(seconds, within) / 3600 AS hours,
    uniqExactIf(target, within AND target != '') AS targets,
    uniqExactIf(target, within AND t.entry_kind != '' AND t.begins < until AND t.ends >= until
        AND (NOT {by_grid:UInt8} OR t.entry_place = place_id) AND ({everywhere:UInt8} OR has({grids:Array(String)}, t.entry_place))) AS reached,
    uniqExactIf(item_id, within AND i.entry_kind != '' AND i.begins < until AND i.ends >= until) AS items,
    countIf(within AND ended_as != '') AS judged,
    countIf(within AND ended_as IN ('done', 'passed')) AS good,
    countIf(within AND isNotNull(planned_for)) AS planned,
    countIf(within AND isNotNull(planned_for) AND abs(dateDiff('second', assumeNotNull(planned_for), held)) <= 900) AS in_time,
    countIf(within AND late) AS after_hours,
    max(held) AS last_held_at,
    sumMap(if(within, numbers, CAST(map(), 'Map(String, Float64)'))) AS sums
FROM spread
LEFT JOIN listed AS t
    ON t.record_id = spread.target AND t.entry_kind = transform(of_kind, {kinds:Array(String)}, {target_registers:Array(String)}, '')
LEFT JOIN listed AS i
    ON i.record_id = spread.item_id AND i.entry_kind = transform(of_kind, {kinds:Array(String)}, {item_registers:Array(String)}, '')
GROUP BY kind, period, place
ORDER BY kind, period, place

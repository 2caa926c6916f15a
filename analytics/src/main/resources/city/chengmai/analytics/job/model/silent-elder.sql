-- Elders who live alone and whose water meter has stood still for whole days up to the last finished one, who are not known to be away
-- and whom nobody has visited since. Each silence is a finding of its own, known by its first day.
WITH
    toDate({until:DateTime64(3, 'UTC')}, {zone:String}) - 1 AS last_day,
    told AS
    (
        SELECT subject AS record, argMax(grid, (occurred_at, version)) AS grid, argMax(data, (occurred_at, version)) AS data
        FROM events
        WHERE type = 'cn.grid.record.updated' AND occurred_at < {until:DateTime64(3, 'UTC')}
        GROUP BY subject
    ),
    homes AS
    (
        SELECT record AS record_id, toString(grid) AS grid, JSONExtractString(data, 'attributes', 'meter') AS meter
        FROM told
        WHERE JSONExtractString(data, 'attributes', 'group') = 'living-alone' AND meter != ''
            -- whoever did not say until when is away still
            AND NOT (toDateOrZero(JSONExtractString(data, 'attributes', 'awayFrom')) <= last_day
                AND (toDateOrZero(JSONExtractString(data, 'attributes', 'awayUntil')) >= last_day
                    OR (JSONExtractString(data, 'attributes', 'awayFrom') != '' AND JSONExtractString(data, 'attributes', 'awayUntil') = '')))
    ),
    days AS
    (
        SELECT device_id AS meter, toDate(observed_at, {zone:String}) AS day, sum(value) AS used, min(observed_at) AS at
        FROM observations FINAL
        WHERE metric = 'water-use' AND observed_at < {until:DateTime64(3, 'UTC')} AND observed_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(30)
        GROUP BY meter, day
        HAVING day <= last_day
    ),
    silences AS
    (
        SELECT meter, maxIf(day, used > {cubic_metres:Float64}) AS used_last, max(day) AS heard_last,
               countIf(used <= {cubic_metres:Float64} AND day > last_day - 15) AS quiet,
               arraySort(groupArrayIf((day, at), used <= {cubic_metres:Float64})) AS silent
        FROM days
        GROUP BY meter
        HAVING heard_last = last_day AND heard_last - used_last >= {days:Float64}
    ),
    -- a silence that began before the window would begin on another day with each day
    long_ago AS
    (
        SELECT meter, groupArrayIf(day, used <= {cubic_metres:Float64}) AS still, maxIf(day, used > {cubic_metres:Float64}) AS used_before,
               arrayMin(arrayFilter(d -> d > used_before, still)) AS first
        FROM
        (
            SELECT device_id AS meter, toDate(observed_at, {zone:String}) AS day, sum(value) AS used
            FROM observations FINAL
            WHERE metric = 'water-use' AND observed_at < {until:DateTime64(3, 'UTC')}
                AND device_id IN (SELECT meter FROM silences WHERE used_last = toDate(0))
            GROUP BY meter, day
        )
        GROUP BY meter
    ),
    since AS
    (
        SELECT silences.meter AS meter, if(silences.used_last = toDate(0), long_ago.used_before, silences.used_last) AS used,
               arrayFilter(d -> d.1 > silences.used_last, silent) AS tail, length(tail) AS quiet_days, tail[1].2 AS began,
               if(silences.used_last = toDate(0), long_ago.first, tail[1].1) AS first
        FROM silences
        LEFT JOIN long_ago ON long_ago.meter = silences.meter
        WHERE length(arrayFilter(d -> d.1 > silences.used_last, silent)) >= {days:Float64}
    ),
    alarms AS
    (
        SELECT toString(grid) AS grid, groupArray((alarm_id, raised_at)) AS raised
        FROM device_alarms FINAL
        WHERE isNull(acknowledged_at) AND raised_at < {until:DateTime64(3, 'UTC')} AND raised_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(3)
        GROUP BY grid
    ),
    called AS
    (
        SELECT target_id, max(held_at) AS last
        FROM visits FINAL
        WHERE target_type = 'household' AND held_at < {until:DateTime64(3, 'UTC')}
        GROUP BY target_id
    )
SELECT
    concat(homes.record_id, '|', toString(since.first)) AS finding,
    homes.grid AS area,
    homes.record_id AS subject,
    'record' AS subject_kind,
    least(1, 0.5 + 0.1 * quiet_days) AS score,
    arrayConcat([homes.record_id, homes.meter], arrayMap(a -> a.1, arraySlice(alarms.raised, 1, 5))) AS evidence,
    -- nothing is told of a meter that never ran
    mapFilter((name, told) -> told != '', map('days', toString(quiet_days), 'last-used', if(since.used = toDate(0), '', toString(since.used)), 'alarms', toString(length(alarms.raised)))) AS details
FROM homes
INNER JOIN since ON since.meter = homes.meter
LEFT JOIN alarms ON alarms.grid = homes.grid
LEFT JOIN called ON called.target_id = homes.record_id
WHERE called.last IS NULL OR called.last < since.began - toIntervalHour(12)
ORDER BY finding

-- Buildings to which police cars, ambulances or moving vans (三车) came again and again: each call that has enough of them in the days up to it,
-- and clearly more than usual there. Known by building alone: persons and households are not read, and a building with few homes is left out.
WITH
    toInt64({window_days:Float64} * 86400000) AS window,
    toInt64({usual_days:Float64} * 86400000) AS past,
    buildings AS
    (
        SELECT record_id AS entry, toString(grid) AS place
        FROM registry FINAL
        WHERE has({registers:Array(String)}, attributes['kind']) AND ifNull(toFloat64OrNull(attributes['homes']) >= {homes:Float64}, 0)
    ),
    called AS
    (
        SELECT s.target_id AS building, any(b.place) AS area,
               arraySort(groupArray((toUnixTimestamp64Milli(assumeNotNull(s.held_at)), s.service_id, s.attributes['vehicle']))) AS told
        FROM (SELECT * FROM services FINAL) AS s
        INNER JOIN buildings AS b ON b.entry = s.target_id
        WHERE has({services:Array(String)}, toString(s.kind)) AND has({vehicles:Array(String)}, s.attributes['vehicle'])
            AND isNotNull(s.held_at) AND s.held_at < {until:DateTime64(3, 'UTC')}
        GROUP BY building
    ),
    windows AS
    (
        SELECT
            building, area, told, number, told[number] AS this,
            arrayFilter(c -> c <= this AND c.1 > this.1 - window, told) AS recent,
            length(arrayFilter(c -> c.1 <= this.1 - window AND c.1 > this.1 - window - past, told)) AS before,
            -- stretches as long as the window that the past holds; at least one
            greatest(1, least(past, this.1 - window - toUnixTimestamp64Milli(toDateTime64({first_day:Date}, 3, {zone:String}))) / window) AS stretches,
            before / stretches AS usual
        FROM called
        ARRAY JOIN arrayEnumerate(told) AS number
        WHERE length(recent) >= {calls:Float64} AND length(recent) >= {relative_floor:Float64} * usual
    )
SELECT
    concat(building, '|', this.2) AS finding,
    if(previous != '' AND previous_at > this.1 - window, concat(building, '|', previous), '') AS continues,
    if(length(arrayDistinct(arrayMap(c -> c.3, recent))) >= {warning_kinds:Float64}, 'warning', 'notice') AS severity,
    area,
    building AS subject,
    fromUnixTimestamp64Milli(recent[1].1, 'UTC') AS period_start,
    fromUnixTimestamp64Milli(this.1, 'UTC') AS period_end,
    period_end AS known_at,
    -- when so many are older than the window that they are no longer enough
    fromUnixTimestamp64Milli(recent[toUInt32(length(recent) - {calls:Float64} + 1)].1 + window, 'UTC') AS over_at,
    toFloat64(length(recent)) AS observed,
    usual AS expected,
    {calls:Float64} AS upper,
    arraySlice(arraySort(arrayMap(c -> c.2, recent)), 1, 50) AS evidence,
    length(recent) AS evidence_total,
    map('days', toString({window_days:Float64}),
        'police', toString(countEqual(arrayMap(c -> c.3, recent), 'police')),
        'ambulance', toString(countEqual(arrayMap(c -> c.3, recent), 'ambulance')),
        'moving-van', toString(countEqual(arrayMap(c -> c.3, recent), 'moving-van'))) AS details
FROM
(
    SELECT *,
           lagInFrame(this.2, 1, '') OVER (PARTITION BY building ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS previous,
           lagInFrame(this.1, 1, toInt64(0)) OVER (PARTITION BY building ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS previous_at
    FROM windows
)
ORDER BY finding

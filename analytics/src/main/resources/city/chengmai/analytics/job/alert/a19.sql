-- Bike parking in disorder, by place and day of the city: counts above the spaces that the base record of the place tells. A place whose
-- record tells no spaces is not judged, and none before it was opened or after it was closed.
WITH
    places AS
    (
        SELECT record_id AS place, toString(grid) AS grid, assumeNotNull(toFloat64OrNull(attributes['capacity'])) AS room,
               ifNull(valid_from, toDateTime64(0, 3, 'UTC')) AS begins, ifNull(valid_to, toDateTime64('2299-01-01', 3, 'UTC')) AS ends
        FROM registry FINAL
        WHERE has({registers:Array(String)}, attributes['kind']) AND ifNull(toFloat64OrNull(attributes['capacity']) > 0, 0)
    ),
    counted AS
    (
        SELECT device_id, id, observed_at, value
        FROM observations FINAL
        WHERE has({metrics:Array(String)}, toString(metric)) AND device_id IN (SELECT place FROM places)
            AND observed_at >= subtractDays({since:DateTime64(3, 'UTC')}, {quiet_days:Float64} + 2) AND observed_at < {until:DateTime64(3, 'UTC')}
    ),
    days AS
    (
        SELECT
            p.place AS place,
            toDate(c.observed_at, {zone:String}) AS day,
            any(p.grid) AS area,
            any(p.room) AS room,
            arraySort(groupArray((c.observed_at, c.id))) AS above,
            max(c.value) AS most
        FROM counted AS c
        INNER JOIN places AS p ON p.place = c.device_id
        WHERE c.value > p.room * {over_share:Float64} AND c.observed_at >= p.begins AND c.observed_at < p.ends
        GROUP BY place, day
        HAVING length(above) >= {readings:Float64}
    )
SELECT
    concat(place, '|', toString(day)) AS finding,
    if(before >= day - toUInt16({quiet_days:Float64}) - 1, concat(place, '|', toString(before)), '') AS continues,
    if(most > room * {warning_share:Float64}, 'warning', 'notice') AS severity,
    area,
    place AS subject,
    toDateTime64(toDateTime(day, {zone:String}), 3, 'UTC') AS period_start,
    toDateTime64(toDateTime(day + 1, {zone:String}), 3, 'UTC') AS period_end,
    above[toUInt32({readings:Float64})].1 AS known_at,
    most AS observed,
    room AS upper,
    arraySlice(arrayMap(one -> one.2, above), 1, 50) AS evidence,
    length(above) AS evidence_total,
    map('over', toString(most - room)) AS details
FROM
(
    SELECT *, lagInFrame(day, 1, toDate('1970-01-01')) OVER (PARTITION BY place ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS before
    FROM days
)
WHERE period_start >= {since:DateTime64(3, 'UTC')}
ORDER BY finding

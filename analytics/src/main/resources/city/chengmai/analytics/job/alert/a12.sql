-- Days of heavy rain, as observed (no feed tells of forecasts), and grids whose drains were last found clogged or broken, or were not
-- looked at for long. What a gauge tells in a day adds up; the wettest gauge counts for the city.
WITH
    rain AS
    (
        SELECT day, max(millimetres) AS millimetres, max(latest) AS latest, addDays(toDateTime(day, {zone:String}), 1) AS closes
        FROM
        (
            SELECT device_id, toDate(observed_at, {zone:String}) AS day, sum(value) AS millimetres, max(observed_at) AS latest
            FROM observations FINAL
            WHERE has({metrics:Array(String)}, toString(metric))
                AND observed_at >= subtractDays({since:DateTime64(3, 'UTC')}, {quiet_days:Float64} + 2) AND observed_at < {until:DateTime64(3, 'UTC')}
            GROUP BY device_id, day
        )
        GROUP BY day
        HAVING millimetres >= {rain_millimetres:Float64}
    ),
    looks AS
    (
        SELECT subject, occurred_at, JSONExtractString(data, 'condition') AS condition
        FROM events FINAL
        WHERE type IN ('cn.grid.component.registered', 'cn.grid.component.inspected')
            AND subject IN (SELECT component_id FROM components FINAL WHERE has({categories:Array(String)}, toString(category)))
    ),
    drains AS
    (
        SELECT
            rain.day AS day,
            looks.subject AS component,
            argMaxIf(condition, occurred_at, condition != '') AS last_condition,
            last_condition IN ('clogged', 'damaged', 'missing') AS broken,
            max(occurred_at) < any(closes) - toIntervalSecond(toInt64({inspection_days:Float64} * 86400)) AS forgotten
        FROM looks
        CROSS JOIN rain
        WHERE occurred_at < closes
        GROUP BY day, component
        HAVING broken OR forgotten
    ),
    found AS
    (
        SELECT
            drains.day AS day,
            toString(c.grid) AS area,
            groupArraySorted(50)(component) AS evidence,
            count() AS total,
            countIf(broken) AS broken_drains
        FROM drains
        INNER JOIN (SELECT component_id, grid FROM components FINAL WHERE grid != '') AS c ON c.component_id = drains.component
        GROUP BY day, area
        HAVING total >= {drains:Float64}
    )
SELECT
    concat(area, '|', toString(found.day)) AS finding,
    if(before >= found.day - toUInt16({quiet_days:Float64}), concat(area, '|', toString(before)), '') AS continues,
    if(millimetres >= {alarm_millimetres:Float64}, 'alarm', 'warning') AS severity,
    area,
    {categories:Array(String)}[1] AS category,
    toDateTime64(toDateTime(found.day, {zone:String}), 3, 'UTC') AS period_start,
    toDateTime64(toDateTime(found.day + 1, {zone:String}), 3, 'UTC') AS period_end,
    rain.latest AS known_at,
    rain.millimetres AS observed,
    {rain_millimetres:Float64} AS upper,
    evidence,
    total AS evidence_total,
    map('broken', toString(broken_drains), 'forgotten', toString(total - broken_drains)) AS details,
    toUInt8(broken_drains = 0) AS from_missing
FROM
(
    SELECT *, lagInFrame(day, 1, toDate('1970-01-01')) OVER (PARTITION BY area ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS before
    FROM found
) AS found
INNER JOIN rain ON rain.day = found.day
WHERE period_start >= {since:DateTime64(3, 'UTC')}
ORDER BY finding

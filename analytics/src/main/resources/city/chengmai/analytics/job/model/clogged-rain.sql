-- On a day of heavy rain: drains last found clogged, near which no case was cleared since, was found void on site, or has been in hand since
-- before the rain.
WITH
    (
        SELECT max(total) FROM
        (
            SELECT device_id, sum(value) AS total FROM observations FINAL
            WHERE metric = 'rain' AND observed_at < {until:DateTime64(3, 'UTC')} AND observed_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(1)
            GROUP BY device_id
        )
    ) AS rain,
    inspected AS
    (
        SELECT subject AS component, argMax(JSONExtractString(data, 'condition'), occurred_at) AS condition, max(occurred_at) AS at,
               argMax(id, occurred_at) AS event
        FROM events FINAL
        WHERE type = 'cn.grid.component.inspected' AND occurred_at < {until:DateTime64(3, 'UTC')}
            AND occurred_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({inspection_days:Float64}))
        GROUP BY subject
        HAVING condition = 'clogged'
    ),
    clogged AS
    (
        SELECT component, toString(grid) AS grid, longitude, latitude, at, event
        FROM inspected
        INNER JOIN (SELECT * FROM components FINAL WHERE has({categories:Array(String)}, category)) AS c ON c.component_id = component
    ),
    cleared AS
    (
        SELECT component, groupArray(cases.case_id) AS ids
        FROM clogged
        INNER JOIN
        (
            SELECT case_id, toString(grid) AS grid, longitude, latitude, reported_at, ifNull(closed_at, cancelled_at) AS ended_at FROM cases FINAL
            WHERE has({categories:Array(String)}, category) AND reported_at < {until:DateTime64(3, 'UTC')} AND isNotNull(longitude)
        ) AS cases ON cases.grid = clogged.grid
        WHERE ((cases.ended_at > clogged.at AND cases.ended_at < {until:DateTime64(3, 'UTC')})
                OR (cases.reported_at > clogged.at AND cases.reported_at < {until:DateTime64(3, 'UTC')} - toIntervalDay(1)))
            AND greatCircleDistance(cases.longitude, cases.latitude, clogged.longitude, clogged.latitude) <= {metres:Float64}
        GROUP BY component
    )
SELECT
    component AS finding,
    grid AS area,
    component AS subject,
    'component' AS subject_kind,
    0.8 AS score,
    [component, event] AS evidence,
    map('rain', toString(rain), 'inspected', toString(toDate(at, {zone:String}))) AS details
FROM clogged
WHERE rain >= {rain_millimetres:Float64} AND component NOT IN (SELECT component FROM cleared)
ORDER BY finding

-- Premises with much business electricity for two months and people met there, whose licence is missing or cancelled.
WITH
    told AS
    (
        SELECT subject AS record, argMax(grid, (occurred_at, version)) AS grid, argMax(data, (occurred_at, version)) AS data
        FROM events
        WHERE type = 'cn.grid.record.updated' AND occurred_at < {until:DateTime64(3, 'UTC')}
        GROUP BY subject
    ),
    licences AS
    (
        SELECT JSONExtractString(data, 'attributes', 'premises') AS premises, groupArray(record) AS records,
               countIf(JSONExtractString(data, 'attributes', 'licence') = 'valid') AS valid
        FROM told
        WHERE premises != '' AND JSONExtractString(data, 'attributes', 'licence') != ''
        GROUP BY premises
    ),
    meters AS
    (
        SELECT record, toString(grid) AS grid, JSONExtractString(data, 'attributes', 'premises') AS premises,
               toFloat64OrNull(JSONExtractString(data, 'attributes', 'kilowattHours')) AS now,
               toFloat64OrNull(JSONExtractString(data, 'attributes', 'kilowattHoursBefore')) AS before
        FROM told
        WHERE JSONExtractString(data, 'attributes', 'kind') = 'electricity-meter' AND premises != ''
            AND JSONExtractString(data, 'attributes', 'use') = 'business'
    ),
    -- a visit names the premises, or a record of theirs such as the licence
    names AS
    (
        SELECT premises AS name, premises FROM meters
        UNION DISTINCT
        SELECT record, JSONExtractString(data, 'attributes', 'premises') AS premises FROM told WHERE premises != ''
    ),
    met AS
    (
        SELECT premises, groupArray(visit_id) AS visits, max(ifNull(minutes, 0)) AS longest
        FROM (SELECT * FROM visits FINAL
            WHERE held_at < {until:DateTime64(3, 'UTC')} AND held_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({visit_days:Float64}))) AS v
        INNER JOIN names ON names.name = v.target_id
        GROUP BY premises
    )
SELECT
    meters.record AS finding,
    meters.grid AS area,
    meters.record AS subject,
    'record' AS subject_kind,
    least(1, 0.5 + 0.25 * least(now, before) / {kilowatt_hours:Float64}) AS score,
    arrayConcat([meters.record], met.visits, licences.records) AS evidence,
    map('kilowatt-hours', toString(now), 'before', toString(before), 'licences', toString(length(licences.records))) AS details
FROM meters
INNER JOIN met ON met.premises = meters.premises
LEFT JOIN licences ON licences.premises = meters.premises
WHERE now >= {kilowatt_hours:Float64} AND before >= {kilowatt_hours:Float64} AND met.longest >= {visit_minutes:Float64} AND licences.valid = 0
ORDER BY finding

-- Premises with an old enough valid licence where two months running hardly any electricity was used and nobody was met.
WITH
    (SELECT toDate({until:DateTime64(3, 'UTC')}, {zone:String})) AS today,
    told AS
    (
        SELECT subject AS record, min(occurred_at) AS since, argMax(grid, (occurred_at, version)) AS grid, argMax(data, (occurred_at, version)) AS data
        FROM events
        WHERE type = 'cn.grid.record.updated' AND occurred_at < {until:DateTime64(3, 'UTC')}
        GROUP BY subject
    ),
    licences AS
    (
        SELECT record, toString(grid) AS grid, JSONExtractString(data, 'attributes', 'premises') AS premises
        FROM told
        WHERE JSONExtractString(data, 'attributes', 'licence') = 'valid' AND premises != ''
            AND toDateOrNull(JSONExtractString(data, 'attributes', 'licensedOn')) <= today - toUInt16({licence_days:Float64})
    ),
    meters AS
    (
        -- what all of them used; what one did not tell is not nothing
        SELECT premises, arraySort(groupArray(record)) AS records, sum(meter.now) AS now, sum(meter.before) AS before
        FROM
        (
            SELECT record, since, JSONExtractString(data, 'attributes', 'premises') AS premises,
                   toFloat64OrNull(JSONExtractString(data, 'attributes', 'kilowattHours')) AS now,
                   toFloat64OrNull(JSONExtractString(data, 'attributes', 'kilowattHoursBefore')) AS before
            FROM told
            WHERE JSONExtractString(data, 'attributes', 'kind') = 'electricity-meter' AND premises != ''
                AND JSONExtractString(data, 'attributes', 'use') = 'business'
        ) AS meter
        GROUP BY premises
        HAVING min(meter.since) <= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({waiting_days:Float64}))
            AND countIf(isNull(meter.now) OR isNull(meter.before)) = 0
    ),
    -- a short one stood before a shut door; one that nobody timed says nothing
    called AS
    (
        SELECT target_id, groupArray(visit_id) AS visits, max(assumeNotNull(minutes)) AS longest
        FROM visits FINAL
        WHERE isNotNull(minutes) AND held_at < {until:DateTime64(3, 'UTC')} AND held_at >= {until:DateTime64(3, 'UTC')} - toIntervalDay(toUInt32({visit_days:Float64}))
        GROUP BY target_id
    )
SELECT
    licences.record AS finding,
    licences.grid AS area,
    licences.record AS subject,
    'record' AS subject_kind,
    1 - 0.5 * greatest(now, before) / {kilowatt_hours:Float64} AS score,
    arrayConcat([licences.record], meters.records, called.visits) AS evidence,
    map('kilowatt-hours', toString(now), 'before', toString(before), 'visits', toString(length(called.visits))) AS details
FROM licences
INNER JOIN meters ON meters.premises = licences.premises
LEFT JOIN called ON called.target_id = licences.record
WHERE now <= {kilowatt_hours:Float64} AND before <= {kilowatt_hours:Float64} AND called.longest < {visit_minutes:Float64}
ORDER BY finding

-- Disagreements about base records that nobody settled in time, or that are grave from the start. A later one about the same field
-- takes the place of the earlier.
WITH
    told AS
    (
        SELECT
            discrepancy_id, toString(record_kind) AS record_kind, record_id, toString(field) AS field, recorded_value, observed_value,
            toString(grid) AS grid,
            assumeNotNull(found_at) AS found_at,
            resolved_at,
            toFloat64OrNull(recorded_value) AS recorded,
            toFloat64OrNull(observed_value) AS seen,
            ifNull(abs(seen - recorded) / nullIf(abs(recorded), 0) >= {grave_share:Float64}, 0) AS grave,
            if(grave, found_at, found_at + toIntervalSecond(toInt64({days:Float64} * 86400))) AS known_at,
            leadInFrame(found_at) OVER (PARTITION BY record_kind, record_id, field ORDER BY found_at, discrepancy_id
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next,
            if(next > found_at, next, NULL) AS replaced
        FROM (SELECT * FROM discrepancies FINAL WHERE isNotNull(found_at) AND found_at < {until:DateTime64(3, 'UTC')})
    )
SELECT
    discrepancy_id AS finding,
    if(grave, 'warning', 'notice') AS severity,
    grid AS area,
    concat(record_kind, ' ', record_id) AS subject,
    found_at AS period_start,
    assumeNotNull(known_at) AS period_end,
    assumeNotNull(known_at) AS known_at,
    -- the first that ends it
    if(isNull(resolved_at) OR isNull(replaced), ifNull(resolved_at, replaced), least(resolved_at, replaced)) AS over_at,
    ifNull(seen, 0) AS observed,
    recorded AS expected,
    [discrepancy_id] AS evidence,
    1 AS evidence_total,
    map('field', field, 'recorded', recorded_value, 'seen', observed_value) AS details,
    toUInt8(NOT grave) AS from_missing
FROM told
WHERE known_at <= {until:DateTime64(3, 'UTC')} AND (isNull(over_at) OR over_at > known_at)
ORDER BY finding

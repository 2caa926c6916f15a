-- Corrections beyond their bound that wait for an approver, and those that were applied without one.
SELECT
    calibration_id AS finding,
    if(isNotNull(applied_at) AND isNull(approved_at), 'alarm', 'warning') AS severity,
    toString(grid) AS area,
    concat(toString(record_kind), ' ', record_id) AS subject,
    assumeNotNull(proposed_at) AS period_start,
    assumeNotNull(proposed_at) AS period_end,
    assumeNotNull(proposed_at) AS known_at,
    if(empty(ends), NULL, arrayMin(ends)) AS over_at,
    100 * abs(assumeNotNull(change)) AS observed,
    100 * ifNull(bound, {bound:Float64}) AS upper,
    [calibration_id] AS evidence,
    1 AS evidence_total,
    map('field', toString(field), 'before', before, 'after', after) AS details
FROM
(
    SELECT *, arrayMap(e -> assumeNotNull(e), arrayFilter(e -> isNotNull(e), [approved_at, rejected_at, reverted_at])) AS ends
    FROM calibrations FINAL
    WHERE isNotNull(proposed_at) AND proposed_at < {until:DateTime64(3, 'UTC')} AND isNotNull(change)
        AND abs(change) > ifNull(bound, {bound:Float64})
)
ORDER BY finding

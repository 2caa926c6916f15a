-- Disagreements about base records, by the moment their time to be settled was over.
SELECT
    [toString(grid)] AS areas,
    span,
    [('O09', settled, settled + span, in_time, 1.)] AS intervals
FROM
(
    WITH
        toDateTime64('{{until}}', 3, 'UTC') AS until,
        addSeconds(found_at, 86400 * {{O09.days}}) AS settle_due
    SELECT
        grid,
        ifNull(if(settle_due < until, toInt64({{number}}(settle_due, '{{zone}}')), {{never}}), {{never}}) AS settled,
        toFloat64(ifNull(resolved_at <= settle_due, 0)) AS in_time
    FROM discrepancies FINAL
    WHERE grid != '' AND found_at >= subtractSeconds(toDateTime64('{{since}}', 3, 'UTC'), 86400 * {{O09.days}})
)
ARRAY JOIN [{{spans}}] AS span

-- The latest proposals for thresholds, if nobody decided about them: what they would change in 28 days, by the three months they were tried on.
SELECT
    p.proposal_id AS finding,
    toString(area_id) AS area,
    p.proposal_id AS subject,
    10 + toFloat64(false_now - false_then) AS score,
    arrayConcat([p.proposal_id], arraySlice(evidence, 1, 49)) AS evidence,
    length(p.evidence) + 1 AS evidence_total,
    map('rule', toString(rule), 'parameter', toString(parameter), 'now', toString(current_value), 'then', toString(proposed_value)) AS details,
    28 * toFloat64(alerts_now) / 91 AS baseline,
    28 * (toFloat64(alerts_then) - alerts_now) / 91 AS expected,
    expected - 1.96 * 28 / 91 * sqrt(abs(toFloat64(alerts_now) - alerts_then)) AS expected_lower,
    expected + 1.96 * 28 / 91 * sqrt(abs(toFloat64(alerts_now) - alerts_then)) AS expected_upper
FROM (SELECT * FROM threshold_proposals FINAL) AS p
WHERE proposal_id NOT IN (SELECT proposal_id FROM threshold_decisions FINAL) AND notEmpty(evidence) AND proposed_value != current_value
    AND (rule, parameter, area_id, month) IN (SELECT rule, parameter, area_id, max(month) FROM threshold_proposals FINAL GROUP BY rule, parameter, area_id)
ORDER BY finding

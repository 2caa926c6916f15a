-- Places where one kind comes back again and again, by the models that look for them: put the class right, not the one case. At most all
-- of what comes in 28 days may be hoped for and at least nothing; half of it is expected until outcomes say otherwise.
WITH
    rejected AS
    (
        SELECT hit_id FROM hit_actions FINAL
        GROUP BY hit_id HAVING argMaxIf(action, (acted_at, action_id), action IN ('confirm', 'reject')) = 'reject'
    )
SELECT
    hit_id AS finding,
    toString(area_id) AS area,
    subject,
    10 + cases + 10 * h.score AS score,
    arrayConcat([hit_id], arraySlice(evidence, 1, 49)) AS evidence,
    h.evidence_total + 1 AS evidence_total,
    map('model', toString(model_id), 'category', if(details['category'] = '', transform(toString(model_id), ['charging-hazard'], ['public-safety/bike-charging'], ''), details['category']),
        'cases', toString(cases), 'address', details['address']) AS details,
    28 * cases / transform(toString(model_id), ['repeat-place'], [42], 60) AS baseline,
    -baseline / 2 AS expected,
    -baseline AS expected_lower,
    toFloat64(0) AS expected_upper
-- evidence may hold more than cases: the broken charger, for one
FROM (SELECT *, toFloat64OrZero(details['cases']) AS cases FROM empowerment_hits FINAL WHERE model_id IN ('repeat-place', 'charging-hazard', 'nobodys-place') AND isNull(ended_day)) AS h
WHERE hit_id NOT IN (SELECT hit_id FROM rejected)
ORDER BY finding

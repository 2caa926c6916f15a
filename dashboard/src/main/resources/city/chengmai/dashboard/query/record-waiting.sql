-- Corrections that wait for a person, oldest first.
SELECT r.record_kind AS record_kind, r.record_id AS record_id, r.correction_id AS correction_id, argMax(r.step, r.edition) AS step,
       any(r.field) AS field, any(r.before) AS before, any(r.after) AS after, any(r.change) AS change, any(r.bound) AS bound,
       argMin(r.actor, r.edition) AS proposer, min(r.acted_at) AS proposed_at
FROM
(
    SELECT * FROM record_steps ORDER BY version, step_id LIMIT 1 BY record_kind, record_id, edition
) AS r
GROUP BY record_kind, record_id, correction_id
HAVING step IN ('propose', 'approve')
ORDER BY proposed_at, correction_id
LIMIT 100

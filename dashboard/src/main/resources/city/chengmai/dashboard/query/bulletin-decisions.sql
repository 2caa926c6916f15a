-- What joint conferences decided in a time, the latest decision of each case, and whether the case was closed at a later moment.
SELECT agreed.case_id AS case_id, any(toString(known.category)) AS category, argMax(agreed.unit, (agreed.acted_at, agreed.action_id)) AS unit,
       argMax(agreed.comment, (agreed.acted_at, agreed.action_id)) AS outcome, max(agreed.acted_at) AS decided_at,
       any(ifNull(known.closed_at < {now:DateTime64(3, 'UTC')}, 0)) AS closed
FROM conference_actions AS agreed
LEFT JOIN cases AS known ON known.case_id = agreed.case_id
WHERE agreed.action = 'decide' AND agreed.acted_at >= {from:DateTime64(3, 'UTC')} AND agreed.acted_at < {until:DateTime64(3, 'UTC')}
GROUP BY agreed.case_id
ORDER BY closed, decided_at, case_id
LIMIT 100

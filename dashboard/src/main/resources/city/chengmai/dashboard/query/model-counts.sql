-- What became of the hits of each model: the last verdict on site and the last word of the department count.
WITH deeds AS
(
    SELECT hit_id,
        countIf(action = 'hand-over') > 0 AS handed,
        argMaxIf(action, (acted_at, action_id), action IN ('confirm', 'reject')) AS verdict,
        argMaxIf(action, (acted_at, action_id), action IN ('adopt', 'decline')) AS adoption
    FROM hit_actions
    GROUP BY hit_id
)
SELECT
    model_id,
    count() AS hits,
    countIf(isNull(ended_day)) AS standing,
    countIf(deeds.verdict = '') AS unchecked,
    countIf(deeds.handed) AS handed,
    countIf(deeds.verdict = 'confirm') AS confirmed,
    countIf(deeds.verdict = 'reject') AS rejected,
    countIf(deeds.adoption = 'adopt') AS adopted,
    countIf(deeds.adoption = 'decline') AS declined
FROM empowerment_hits
LEFT JOIN deeds USING (hit_id)
GROUP BY model_id

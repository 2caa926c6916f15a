-- Hits of a model that nobody has checked and that were given to nobody. How many of them are true is told by the verdicts on the
-- model's earlier hits (Jeffreys' prior while there are few).
WITH
    deeds AS
    (
        SELECT hit_id, argMaxIf(action, (acted_at, action_id), action IN ('confirm', 'reject')) AS verdict,
               countIf(action = 'hand-over') AS handed
        FROM hit_actions FINAL
        GROUP BY hit_id
    ),
    judged AS
    (
        SELECT model_id, countIf(verdict = 'confirm') AS confirmed, countIf(verdict = 'reject') AS rejected
        FROM (SELECT hit_id, toString(model_id) AS model_id FROM empowerment_hits FINAL) AS h
        INNER JOIN deeds USING (hit_id)
        GROUP BY model_id
    ),
    waiting AS
    (
        SELECT toString(model_id) AS model, any(toString(department)) AS department, groupArray(hit_id) AS ids, count() AS hits,
               uniqExact(area_id) AS areas, any(toString(area_id)) AS one_area
        FROM (SELECT * FROM empowerment_hits FINAL WHERE isNull(ended_day)) AS h
        LEFT JOIN deeds USING (hit_id)
        WHERE deeds.verdict = '' AND deeds.handed = 0
        GROUP BY model
    )
SELECT
    model AS finding,
    if(areas = 1, one_area, '') AS area,
    department AS subject,
    10 + hits * share + if(model = 'silent-elder', 40, 0) AS score,
    arraySlice(arraySort(ids), 1, 50) AS evidence,
    hits AS evidence_total,
    map('model', model, 'hits', toString(hits), 'department', department, 'confirmed', toString(confirmed), 'checked', toString(confirmed + rejected)) AS details,
    toFloat64(hits) AS baseline,
    hits * share AS expected,
    greatest(0, hits * (share - 1.96 * error)) AS expected_lower,
    least(toFloat64(hits), hits * (share + 1.96 * error)) AS expected_upper
FROM
(
    SELECT *, (confirmed + 0.5) / (confirmed + rejected + 1) AS share, sqrt(share * (1 - share) / (confirmed + rejected + 2)) AS error
    FROM waiting
    LEFT JOIN judged ON judged.model_id = waiting.model
)
ORDER BY finding

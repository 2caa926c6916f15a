-- Hits of a model, or one hit, those to be checked first and the latest first.
SELECT hit_id, model_id, model_version, department, area_id, subject, subject_kind, score, evidence, evidence_total, details, first_day,
    last_day, ended_day
FROM empowerment_hits
WHERE ({model:String} = '' OR model_id = {model:String}) AND ({hit:String} = '' OR hit_id = {hit:String})
ORDER BY hit_id IN (SELECT hit_id FROM hit_actions WHERE action IN ('confirm', 'reject')), isNull(ended_day) DESC, last_day DESC, score DESC, hit_id
LIMIT 200

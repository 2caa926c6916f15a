-- Steps on one model that an analyst wrote, or on all when none is named. Of two of one number the one written first holds.
SELECT model_id, edition, step_id, based_on, step, model_version, name_zh, name_en, question_zh, question_en, check_zh, check_en, department,
       subject_kind, schedule, quiet_days, seconds, most_hits, statement, inputs, account, actor, comment, acted_at,
       row_number() OVER (PARTITION BY model_id, edition ORDER BY version, step_id) = 1 AS holds
FROM model_steps
WHERE {model:String} = '' OR model_id = {model:String}
ORDER BY model_id, edition, version, step_id

-- What was done about the hits of a model, or about one hit, latest first.
SELECT hit_id, action_id, action, actor, department, comment, acted_at
FROM hit_actions
WHERE ({hit:String} = '' OR hit_id = {hit:String})
    AND ({model:String} = '' OR hit_id IN (SELECT hit_id FROM empowerment_hits WHERE model_id = {model:String}))
ORDER BY acted_at DESC, action_id DESC
LIMIT 500

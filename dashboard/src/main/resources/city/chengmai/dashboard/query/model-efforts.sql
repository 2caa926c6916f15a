-- How long finding one matter by hand takes, as departments told it, of one model or of all, latest first.
SELECT model_id, effort_id, minutes, ground, actor, told_at
FROM model_efforts
WHERE {model:String} = '' OR model_id = {model:String}
ORDER BY told_at DESC, effort_id DESC
LIMIT 500 BY model_id

-- What was done about classes, the latest first; about one when its id is given.
SELECT class_id, fix_id, measure, started_on, actor, recorded_at
FROM class_fixes
WHERE {class:String} = '' OR class_id = {class:String}
ORDER BY recorded_at DESC, fix_id

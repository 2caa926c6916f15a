-- Classes that go on, those that came again most often first, at most 30 of each kind; beside them those that something was done about, as many that
-- go on and that are over. One when its id is given.
SELECT class_id, kind, category, word, others, grid, longitude, latitude, address, matters, again, places, grids, by_week, evidence,
    first_day, last_day, ended_day
FROM matter_classes
WHERE ({class:String} = '' OR class_id = {class:String})
    AND ({class:String} != '' OR isNull(ended_day) OR class_id IN (SELECT class_id FROM class_fixes))
ORDER BY isNotNull(ended_day), again DESC, matters DESC, class_id
LIMIT 30 BY kind, isNotNull(ended_day), class_id IN (SELECT class_id FROM class_fixes)

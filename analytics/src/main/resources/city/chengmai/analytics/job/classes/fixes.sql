-- What was done about classes since a day.
SELECT class_id, fix_id, toString(kind) AS kind, toString(category) AS category, word, longitude, latitude, measure, started_on
FROM class_fixes FINAL
WHERE started_on >= {first:Date}
ORDER BY started_on, fix_id

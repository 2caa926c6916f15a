-- What was refused under a source and id, earliest first.
SELECT dead_letter_id, reason, received_at
FROM dead_letters
WHERE source = {source:String} AND event_id = {id:String}
ORDER BY received_at, dead_letter_id
LIMIT 50

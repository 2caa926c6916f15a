-- An event that was taken.
SELECT source, id, type, subject, grid, occurred_at, recorded_at
FROM events
WHERE source = {source:String} AND id = {id:String}
LIMIT 1

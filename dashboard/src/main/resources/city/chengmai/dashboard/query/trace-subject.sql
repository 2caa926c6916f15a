-- Events about an entity, latest first.
SELECT source, id, type, subject, grid, occurred_at, recorded_at
FROM events
PREWHERE subject = {subject:String}
ORDER BY recorded_at DESC, occurred_at DESC, id
LIMIT 100

-- Contents that an event came with, if more than one, first one first.
SELECT toUInt32(bitShiftRight(version, 48)) AS number, recorded_at
FROM event_revisions
WHERE source = {source:String} AND id = {id:String}
ORDER BY version
LIMIT 100

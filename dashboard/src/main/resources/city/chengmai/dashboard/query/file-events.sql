-- What was told of one record, the latest events.
SELECT source, id, type, occurred_at, data
FROM events
WHERE type IN ('cn.grid.record.updated', 'cn.grid.enterprise.updated', 'cn.grid.building.updated')
    AND subject = {id:String} AND occurred_at < {now:DateTime64(3, 'UTC')}
ORDER BY occurred_at DESC, recorded_at DESC, id DESC
LIMIT {limit:UInt32}

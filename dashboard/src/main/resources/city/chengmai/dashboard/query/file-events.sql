-- What was told of one record, the latest events.
SELECT source, id, type, occurred_at, data
FROM events
PREWHERE subject = {id:String} AND type IN ('cn.grid.record.updated', 'cn.grid.enterprise.updated', 'cn.grid.building.updated')
WHERE occurred_at < {now:DateTime64(3, 'UTC')}
ORDER BY occurred_at DESC, recorded_at DESC, id DESC
LIMIT {limit:UInt32}

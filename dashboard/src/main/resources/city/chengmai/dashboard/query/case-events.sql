SELECT source, id, type, occurred_at, recorded_at, data
FROM events
PREWHERE subject = {case:String} AND startsWith(type, 'cn.grid.case.')
ORDER BY occurred_at, recorded_at, id
LIMIT 500

-- Every change of who is in a building, oldest first.
SELECT subject AS occupancy_id, occurred_at, JSONExtractString(data, 'change') AS change,
       JSONExtractFloat(data, 'floorArea') AS floor_area
FROM events
PREWHERE type = 'cn.grid.occupancy.changed'
WHERE JSONExtractString(data, 'buildingId') = {building:String}
    AND occurred_at < {now:DateTime64(3, 'UTC')}
ORDER BY occurred_at, recorded_at, id
LIMIT 20000

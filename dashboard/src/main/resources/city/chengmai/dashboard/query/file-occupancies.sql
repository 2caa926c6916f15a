-- Who is or was in a building, where an enterprise is or was, or both in a grid.
SELECT occupancy_id, building_id, enterprise_id, change, floor_area, moved_in_at,
       if(moved_out_at < {now:DateTime64(3, 'UTC')}, moved_out_at, NULL) AS left_at, valid_to
FROM occupancies
WHERE multiIf({building:String} != '', building_id = {building:String},
    {enterprise:String} != '', enterprise_id = {enterprise:String}, grid = {grid:String})
    AND coalesce(moved_in_at, updated_at) < {now:DateTime64(3, 'UTC')}
ORDER BY left_at IS NOT NULL, floor_area DESC, occupancy_id
LIMIT {limit:UInt32}

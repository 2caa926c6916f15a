-- Corrections of published values, the latest first: of some areas, and of one measure when it is named.
SELECT area_id, measure, period, day, old_value, old_state, new_value, new_state, reason, restated_at,
       count() OVER () AS total
FROM restatements
WHERE ({everywhere:UInt8} = 1 OR has({areas:Array(String)}, toString(area_id)))
    AND ({measure:String} = '' OR measure = {measure:String})
    AND restated_at < {until:DateTime64(3, 'UTC')}
ORDER BY restated_at DESC, area_id, measure, period, day
LIMIT {limit:UInt32} OFFSET {skipped:UInt32}

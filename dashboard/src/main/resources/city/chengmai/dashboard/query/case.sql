SELECT case_id, source, channel, category, kind, level, grid, overlay_grid, longitude, latitude,
       address, description, unit, stage, reported_at, verified_at, accepted_at, filed_at, due_at,
       dispatched_at, disposed_at, checked_at, closed_at, cancelled_at, suspended, extensions,
       suspensions, returns, reworks, reopenings, order_id, site_id
FROM cases
WHERE case_id = {case:String}

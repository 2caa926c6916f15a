-- Questions are about days; cases and orders stand by their id. Ids grow with time nearly everywhere, so the least and the greatest
-- moment of a block of rows tell whether it holds any of the days asked for. FINAL reads what else has the same ids. Moments that
-- may be missing have no index: a block with one open case would have to be read whatever was asked.
ALTER TABLE cases ADD INDEX IF NOT EXISTS by_reported_at reported_at TYPE minmax GRANULARITY 1;
ALTER TABLE hotline_orders ADD INDEX IF NOT EXISTS by_received_at received_at TYPE minmax GRANULARITY 1;
ALTER TABLE cases MATERIALIZE INDEX IF EXISTS by_reported_at;
ALTER TABLE hotline_orders MATERIALIZE INDEX IF EXISTS by_received_at;

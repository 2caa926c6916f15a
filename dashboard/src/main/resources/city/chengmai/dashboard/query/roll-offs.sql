-- Rows that rolled off because they were old enough, latest first.
SELECT table_name, rolled_at, before, keep_days, rows
FROM roll_offs
WHERE state = 'done'
ORDER BY rolled_at DESC, table_name
LIMIT {limit:UInt32}

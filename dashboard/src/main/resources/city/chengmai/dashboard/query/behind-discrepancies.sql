-- Disagreements about base records whose time to be settled ended in the window and that were not settled in it.
-- names from enterprises, buildings
WITH
    {start:DateTime64(3, 'UTC')} AS since,
    {now:DateTime64(3, 'UTC')} AS until,
    toInt64(86400 * transform('days', {names:Array(String)}, {numbers:Array(Float64)}, 0.)) AS seconds,
    addSeconds(doubt.found_at, seconds) AS settle_due
SELECT doubt.discrepancy_id AS id, doubt.field AS what, 'field' AS what_kind,
       if(file.id = '', '', toString(doubt.record_kind)) AS about_kind, doubt.record_id AS about_id, file.name AS about_name,
       doubt.found_at AS at, settle_due AS due,
       if(ifNull(doubt.resolved_at < until, 0), 'late', 'unsettled') AS state, 1. AS weight, count() OVER () AS total
FROM discrepancies AS doubt
LEFT JOIN
(
    SELECT 'enterprise' AS kind, enterprise_id AS id, name FROM enterprises
    UNION ALL
    SELECT 'building', building_id, name FROM buildings
) AS file ON file.kind = doubt.record_kind AND file.id = doubt.record_id
WHERE doubt.grid IN {grids:Array(String)} AND ifNull(settle_due >= since AND settle_due < until, 0)
    AND NOT ifNull(doubt.resolved_at <= settle_due, 0)
ORDER BY due, id
LIMIT {limit:UInt32}

-- Disagreements about a record, or in a grid when it is named, each with the latest correction it led to.
SELECT d.discrepancy_id AS discrepancy_id, d.record_kind AS record_kind, d.record_id AS record_id, d.field AS field,
       d.recorded_value AS recorded_value, d.observed_value AS observed_value, d.found_at AS found_at,
       if(d.resolved_at < {now:DateTime64(3, 'UTC')}, d.resolved_at, NULL) AS ended_at, d.resolution AS resolution,
       c.stage AS stage, c.change AS change, count() OVER () AS total,
       countIf(d.resolved_at IS NULL OR d.resolved_at >= {now:DateTime64(3, 'UTC')}) OVER () AS total_open
FROM discrepancies AS d
LEFT JOIN
(
    SELECT discrepancy_id, argMax(toString(calibrations.stage), updated_at) AS stage, argMax(calibrations.change, updated_at) AS change
    FROM calibrations
    WHERE discrepancy_id != ''
    GROUP BY discrepancy_id
) AS c ON c.discrepancy_id = d.discrepancy_id
WHERE d.found_at < {now:DateTime64(3, 'UTC')}
    AND if({grid:String} != '', d.grid = {grid:String}, d.record_kind = {kind:String} AND d.record_id = {id:String})
ORDER BY found_at DESC, discrepancy_id
LIMIT {limit:UInt32}

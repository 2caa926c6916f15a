-- Disagreements about one record, or those that are open about all when none is named, newest first; state: as their sources tell it, else
-- what people did here.
WITH
    steps AS
    (
        SELECT discrepancy_id, argMax(step, (acted_at, edition)) AS last
        FROM (SELECT * FROM record_steps ORDER BY version, step_id LIMIT 1 BY record_kind, record_id, edition)
        WHERE discrepancy_id != ''
        GROUP BY discrepancy_id
    ),
    found AS
    (
        SELECT d.discrepancy_id AS discrepancy_id, d.record_kind AS record_kind, d.record_id AS record_id, d.field AS field,
               d.recorded_value AS recorded_value, d.observed_value AS observed_value, d.app AS app, d.found_at AS found_at,
               if(d.resolved_at < {now:DateTime64(3, 'UTC')}, d.resolved_at, NULL) AS told_at,
               multiIf(isNotNull(told_at), toString(d.resolution), s.last = 'explain', 'explained', s.last = 'apply', 'corrected',
                   s.last IN ('propose', 'approve'), 'waiting', 'open') AS state
        FROM discrepancies AS d
        LEFT JOIN steps AS s ON s.discrepancy_id = d.discrepancy_id
        WHERE d.found_at < {now:DateTime64(3, 'UTC')}
            AND ({record:String} = '' OR (d.record_kind = {kind:String} AND d.record_id = {record:String}))
    )
SELECT *, count() OVER () AS total
FROM found
WHERE {record:String} != '' OR state IN ('open', 'waiting')
ORDER BY found_at DESC, discrepancy_id
LIMIT {limit:UInt32}

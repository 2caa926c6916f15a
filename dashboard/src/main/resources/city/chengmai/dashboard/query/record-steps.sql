-- Steps on one record, or on all records when none is named, latest first. Of two of one number the one written first holds.
SELECT record_kind, record_id, edition, step_id, based_on, correction_id, step, field, before, after, change, bound, discrepancy_id,
       actor, comment, acted_at, row_number() OVER (PARTITION BY record_kind, record_id, edition ORDER BY version, step_id) = 1 AS holds
FROM record_steps
WHERE {record:String} = '' OR (record_kind = {kind:String} AND record_id = {record:String})
ORDER BY acted_at DESC, edition DESC, version DESC, step_id
LIMIT {limit:UInt32}

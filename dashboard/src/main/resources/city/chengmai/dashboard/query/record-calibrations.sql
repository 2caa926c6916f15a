-- Corrections of a record that other systems told of.
SELECT calibration_id, field, before, after, change, reason, stage, proposed_at, approved_at, rejected_at, applied_at, reverted_at
FROM calibrations
WHERE record_kind = {kind:String} AND record_id = {record:String} AND proposed_at < {now:DateTime64(3, 'UTC')}
ORDER BY proposed_at DESC, calibration_id
LIMIT 100

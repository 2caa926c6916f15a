-- What people do about base records (基础数据校准): corrections with bound, approver and revert, and explanations of disagreements. The
-- table only grows; a record as it stands is what its sources tell with the applied corrections over it.
CREATE TABLE IF NOT EXISTS record_steps
(
    record_kind    LowCardinality(String) COMMENT 'enterprise, building',
    record_id      String,
    edition        UInt32 COMMENT 'number of the step on this record, from 1',
    step_id        String COMMENT 'given by whoever acts, so that sending it twice counts once',
    based_on       UInt32 COMMENT 'edition that whoever acted had before the eyes; 0: none',
    correction_id  String COMMENT 'step_id of the proposal or explanation that began it; all its steps share it',
    step           LowCardinality(String) COMMENT 'propose, approve, reject, apply, revert, explain',
    field          LowCardinality(String) COMMENT 'field of the file',
    before         String COMMENT 'value on file when it was proposed',
    after          String COMMENT 'value that it shall have; empty with explain',
    change         Nullable(Float64) COMMENT 'relative change of what sources tell; null where it cannot be measured',
    bound          Nullable(Float64) COMMENT 'largest relative change that needs no approver, when it was proposed; null: always needs one',
    discrepancy_id String COMMENT 'disagreement behind it, empty when none',
    actor          String COMMENT 'who acted, by account or by the name of the post',
    comment        String,
    acted_at       DateTime64(3, 'UTC') COMMENT 'by the city clock',
    version        UInt64 COMMENT 'real time in milliseconds; of two steps of one number the earlier holds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (record_kind, record_id, edition, step_id)
COMMENT 'corrections of base records and explanations by people (基础数据校准)';

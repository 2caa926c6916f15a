-- Time that computing models save: how long a check on site took, and how long a department needs to find one such matter by hand.
ALTER TABLE hit_actions ADD COLUMN IF NOT EXISTS minutes Nullable(UInt32) COMMENT 'how long the check took, with confirm and reject; null: nobody said' AFTER comment;

CREATE TABLE IF NOT EXISTS model_efforts
(
    model_id  String,
    effort_id String COMMENT 'given by whoever tells, so that sending it twice counts once',
    minutes   UInt32 COMMENT 'minutes of work that it takes by hand to find one matter that is true',
    ground    String COMMENT 'how that is known',
    actor     String COMMENT 'who told it, by account or by the name of the post',
    told_at   DateTime64(3, 'UTC') COMMENT 'by the city clock; the latest holds',
    version   UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (model_id, effort_id)
COMMENT 'how long finding by hand takes, as departments tell (人工查找用时)';

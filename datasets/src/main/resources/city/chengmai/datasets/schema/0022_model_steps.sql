-- Computing models that analysts write (赋能模型): proposed, reviewed by a second person, active, retired. The table only grows; what a
-- model is follows from its steps.
CREATE TABLE IF NOT EXISTS model_steps
(
    model_id      String,
    edition       UInt32 COMMENT 'number of the step on this model, from 1',
    step_id       String COMMENT 'given by whoever acts, so that sending it twice counts once',
    based_on      UInt32 COMMENT 'edition that whoever acted had before the eyes; 0: none',
    step          LowCardinality(String) COMMENT 'propose, approve, reject, activate, retire',
    model_version UInt16 COMMENT 'version that it is about, from 1; every proposal is one',
    name_zh       String COMMENT 'this and what follows up to the statement: with propose, else empty',
    name_en       String,
    question_zh   String COMMENT 'what it asks',
    question_en   String,
    check_zh      String COMMENT 'what an officer looks for on site',
    check_en      String,
    department    LowCardinality(String) COMMENT 'owner, to whom hits are handed: id of its feed',
    subject_kind  LowCardinality(String) COMMENT 'what a hit is about: record, enterprise, component, site, caller, place',
    schedule      LowCardinality(String) COMMENT 'DAILY, WEEKLY',
    quiet_days    UInt16 COMMENT 'as many days without being found make the next one another hit',
    seconds       UInt16 COMMENT 'longest that a question may take',
    most_hits     UInt16 COMMENT 'an answer with more rows is refused',
    statement     String COMMENT 'its SQL',
    inputs        Array(String) COMMENT 'tables that it names, as the server reads it',
    account       String COMMENT 'account that acted; empty while sign-in is off',
    actor         String COMMENT 'who acted, as others see it',
    comment       String,
    acted_at      DateTime64(3, 'UTC') COMMENT 'by the city clock',
    version       UInt64 COMMENT 'real time in milliseconds; of two steps of one number the earlier holds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (model_id, edition, step_id)
COMMENT 'computing models that analysts write (赋能模型), step by step';

-- Computing models (赋能模型) and suggested measures (建议) of analytics, and what officers did about them. What other systems tell of
-- their own models and suggestions stays in model_runs, model_hits and suggestions.
CREATE TABLE IF NOT EXISTS empowerment_runs
(
    run_id        String COMMENT 'model and day, so that asking again overwrites',
    model_id      LowCardinality(String),
    model_version UInt16,
    department    LowCardinality(String) COMMENT 'owner, id of its feed',
    day           Date COMMENT 'asked about what stood at the end of this day',
    state         LowCardinality(String) COMMENT 'done, failed',
    message       String COMMENT 'why it failed',
    findings      UInt32 COMMENT 'what it found on the day',
    numbers       Map(String, Float64) COMMENT 'the numbers it was asked with',
    question      String COMMENT 'the SQL it was asked with',
    started_at    DateTime64(3, 'UTC') COMMENT 'real time',
    milliseconds  UInt32 COMMENT 'how long the answer took',
    data_as_of    DateTime64(3, 'UTC'),
    version       UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (model_id, day)
COMMENT 'runs of computing models (模型运行)';

CREATE TABLE IF NOT EXISTS empowerment_hits
(
    hit_id         String COMMENT 'model, finding and the first day it was found: one that goes on is the same hit',
    model_id       LowCardinality(String),
    model_version  UInt16,
    department     LowCardinality(String) COMMENT 'department that it is for, id of its feed',
    finding        String COMMENT 'what it is known by within the model',
    area_id        LowCardinality(String),
    subject        String COMMENT 'what it is about: a record, enterprise, component, site, caller (keyed hash) or place (longitude,latitude)',
    subject_kind   LowCardinality(String) COMMENT 'record, enterprise, component, site, caller, place',
    score          Float64 COMMENT '0 to 1, how much speaks for it',
    evidence       Array(String) COMMENT 'ids of the rows behind it when it was found last, at most 50',
    evidence_total UInt32,
    details        Map(String, String) COMMENT 'numbers and names that its sentence tells of, by name',
    first_day      Date,
    last_day       Date COMMENT 'day that it was found on last',
    ended_day      Nullable(Date) COMMENT 'day after the last one, once it was not found again for long enough',
    raised_at      DateTime64(3, 'UTC'),
    data_as_of     DateTime64(3, 'UTC'),
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (hit_id)
COMMENT 'what computing models single out (模型命中)';

CREATE TABLE IF NOT EXISTS hit_actions
(
    hit_id     String,
    action_id  String COMMENT 'given by whoever acts, so that sending it twice counts once',
    action     LowCardinality(String) COMMENT 'hand-over, confirm, reject, adopt, decline, comment',
    actor      String COMMENT 'who acted, by the name of the post',
    department String COMMENT 'to whom, with hand-over',
    comment    String COMMENT 'what was seen on site, or why',
    acted_at   DateTime64(3, 'UTC') COMMENT 'by the city clock',
    version    UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (hit_id, action_id)
COMMENT 'what officers did about hits (现场核查与采纳)';

CREATE TABLE IF NOT EXISTS suggested_measures
(
    measure_id     String COMMENT 'kind, what it is about and the first day, so that a rerun overwrites',
    kind           LowCardinality(String) COMMENT 'extra-patrol, class-fix, hand-over, visit, threshold',
    area_id        LowCardinality(String),
    subject        String COMMENT 'what it is about besides the area: category, department, indicator, proposal',
    score          Float64 COMMENT 'larger comes first',
    evidence       Array(String) COMMENT 'ids of the rows behind it, at most 50; never empty',
    evidence_total UInt32,
    details        Map(String, String) COMMENT 'numbers and names that its sentence tells of, by name',
    baseline       Nullable(Float64) COMMENT 'cases, hits or visits in 28 days without it',
    expected       Nullable(Float64) COMMENT 'expected change of that in 28 days; null where nothing is counted',
    expected_lower Nullable(Float64) COMMENT 'lower end of the 95 % interval',
    expected_upper Nullable(Float64) COMMENT 'upper end of the 95 % interval',
    first_day      Date,
    last_day       Date COMMENT 'day that it was suggested on last',
    ended_day      Nullable(Date) COMMENT 'day after the last one, once its cause was gone',
    made_at        DateTime64(3, 'UTC'),
    measured_on    Nullable(Date) COMMENT 'day after the 28 days that followed its acceptance',
    observed       Nullable(Float64) COMMENT 'what was counted in those 28 days',
    effect         Nullable(Float64) COMMENT 'observed less what other grids of the type led one to expect',
    effect_lower   Nullable(Float64) COMMENT 'lower end of the 95 % interval',
    effect_upper   Nullable(Float64) COMMENT 'upper end of the 95 % interval',
    data_as_of     DateTime64(3, 'UTC'),
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (measure_id)
COMMENT 'measures that analytics suggests (建议)';

CREATE TABLE IF NOT EXISTS measure_decisions
(
    measure_id  String,
    decision_id String COMMENT 'given by whoever decides, so that sending it twice counts once',
    decision    LowCardinality(String) COMMENT 'accept, reject',
    reason      LowCardinality(String) COMMENT 'why, with reject',
    comment     String,
    actor       String,
    decided_at  DateTime64(3, 'UTC') COMMENT 'by the city clock',
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (measure_id, decision_id)
COMMENT 'decisions about suggested measures (建议采纳)';

-- Kept statements that run by a schedule (定时查询): what is to run when, each run, and which dashboard does it.
CREATE TABLE IF NOT EXISTS query_schedules
(
    query_id       String,
    number         UInt32 COMMENT 'from 1; a change is the next one',
    step_id        String COMMENT 'given by whoever writes it, so that sending it twice counts once',
    query_edition  UInt32 COMMENT 'edition of the statement that runs: a later one changes nothing',
    standing       LowCardinality(String) COMMENT 'on, off',
    cadence        LowCardinality(String) COMMENT 'minutes, hours, daily, weekly',
    every          UInt16 COMMENT 'of minutes and hours',
    minute_of_day  UInt16 COMMENT 'of daily and weekly, in the city''s zone',
    weekday        UInt8 COMMENT 'of weekly, 1 is Monday',
    condition      LowCardinality(String) COMMENT 'none, rows-above, rows-below, value-above, value-below',
    bound          Float64 COMMENT 'of the condition',
    streak         UInt8 COMMENT 'runs in succession that have to meet it',
    severity       LowCardinality(String) COMMENT 'of its alert: alarm, warning, notice',
    actor          String COMMENT 'who wrote it, as others see it',
    made_at        DateTime64(3, 'UTC') COMMENT 'real time',
    version        UInt64 COMMENT 'real time in milliseconds; of two of one number the earlier holds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (query_id, number, step_id)
COMMENT 'schedules and alert rules of kept statements (定时查询)';

CREATE TABLE IF NOT EXISTS query_runs
(
    query_id       String,
    due_at         DateTime64(3, 'UTC') COMMENT 'real time; of several that were missed the last one runs',
    number         UInt32 COMMENT 'of the schedule',
    query_edition  UInt32,
    started_at     DateTime64(3, 'UTC') COMMENT 'real time',
    milliseconds   UInt32,
    result_rows    UInt32 COMMENT 'at most 10,000',
    value          Nullable(Float64) COMMENT 'first number of the first row',
    verdict        LowCardinality(String) COMMENT 'met, not-met, no-number, unjudged, failed',
    reason         LowCardinality(String) COMMENT 'why it failed, as the desk words it; empty unless it did',
    argument       String COMMENT 'what the reason names',
    detail         String COMMENT 'the server''s own words',
    process        String COMMENT 'dashboard that ran it',
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (query_id, due_at)
COMMENT 'runs of scheduled statements (定时查询记录)';

CREATE TABLE IF NOT EXISTS query_run_claims
(
    query_id    String,
    due_at      DateTime64(3, 'UTC'),
    process     String COMMENT 'dashboard that wants to run it; of several at once the first by name does',
    claimed_at  DateTime64(3, 'UTC') COMMENT 'real time; worth nothing after two minutes'
)
ENGINE = MergeTree
ORDER BY (query_id, due_at, process)
TTL toDateTime(claimed_at) + INTERVAL 7 DAY
COMMENT 'which dashboard runs a scheduled statement';

CREATE TABLE IF NOT EXISTS alerts
(
    alert_id       String COMMENT 'derived from rule, area, category and period, so a rerun overwrites',
    rule           LowCardinality(String) COMMENT 'A01 overdue, A02 unusual volume, ...',
    severity       LowCardinality(String) COMMENT 'alarm, warning, notice',
    area_id        LowCardinality(String),
    category       LowCardinality(String) COMMENT 'empty when the rule has none',
    period_start   DateTime64(3, 'UTC'),
    period_end     DateTime64(3, 'UTC') COMMENT 'exclusive',
    observed       Float64,
    expected       Nullable(Float64),
    lower          Nullable(Float64),
    upper          Nullable(Float64) COMMENT 'the bound that was passed',
    log10_p        Nullable(Float64) COMMENT 'log10 of P(Y >= observed); more negative is stronger',
    method         LowCardinality(String),
    method_version UInt16,
    evidence       Array(String) COMMENT 'keys of the rows behind it (case ids), at most 50',
    evidence_total UInt32,
    state          LowCardinality(String) COMMENT 'open or cleared',
    raised_at      DateTime64(3, 'UTC'),
    cleared_at     Nullable(DateTime64(3, 'UTC')),
    data_as_of     DateTime64(3, 'UTC'),
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (alert_id)
COMMENT 'alerts (预警)';

CREATE TABLE IF NOT EXISTS job_runs
(
    run_id      String,
    job         LowCardinality(String),
    state       LowCardinality(String) COMMENT 'running, done, failed',
    started_at  DateTime64(3, 'UTC'),
    finished_at Nullable(DateTime64(3, 'UTC')),
    data_as_of  Nullable(DateTime64(3, 'UTC')),
    rows        UInt64,
    message     String,
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (run_id)
COMMENT 'runs of analytics jobs';

CREATE TABLE IF NOT EXISTS patrol_rounds
(
    round_id     String,
    source       LowCardinality(String),
    grid         LowCardinality(String),
    planned_for  DateTime64(3, 'UTC'),
    completed_at Nullable(DateTime64(3, 'UTC')),
    coverage     Nullable(Float64) COMMENT 'share of the track walked, 0 to 1',
    valid        UInt8,
    findings     UInt16,
    recorded_at  DateTime64(3, 'UTC'),
    version      UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (round_id)
COMMENT 'patrol rounds (巡查)';

CREATE TABLE IF NOT EXISTS observations
(
    device_id   String,
    kind        LowCardinality(String) COMMENT 'device kind, for example noise-meter',
    metric      LowCardinality(String) COMMENT 'for example sound-level',
    grid        LowCardinality(String),
    observed_at DateTime64(3, 'UTC'),
    value       Float64,
    unit        LowCardinality(String) COMMENT 'for example dB(A)',
    source      LowCardinality(String),
    id          String,
    recorded_at DateTime64(3, 'UTC'),
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(observed_at)
ORDER BY (device_id, metric, observed_at, source, id)
COMMENT 'device readings (物联感知)';

CREATE TABLE IF NOT EXISTS device_alarms
(
    alarm_id        String,
    device_id       String,
    kind            LowCardinality(String),
    grid            LowCardinality(String),
    raised_at       Nullable(DateTime64(3, 'UTC')),
    acknowledged_at Nullable(DateTime64(3, 'UTC')),
    recorded_at     DateTime64(3, 'UTC'),
    version         UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (alarm_id)
COMMENT 'device alarms (设备告警)';

CREATE TABLE IF NOT EXISTS registry
(
    record_id   String,
    record_kind LowCardinality(String) COMMENT 'enterprise, building, site, component, device, person-group',
    name        String,
    grid        LowCardinality(String),
    attributes  Map(String, String),
    app         LowCardinality(String) COMMENT 'self-governance (自治通), enterprise-service (企服通), street-front (街面通), import',
    valid_from  Nullable(DateTime64(3, 'UTC')),
    valid_to    Nullable(DateTime64(3, 'UTC')),
    updated_at  DateTime64(3, 'UTC'),
    recorded_at DateTime64(3, 'UTC'),
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (record_kind, record_id)
COMMENT 'base records, current state (基础数据)';

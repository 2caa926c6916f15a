-- What was restored from a backup, and how far the sinks were set back for it.
CREATE TABLE IF NOT EXISTS store_restores
(
    restore_id     String COMMENT 'backup and moment of the restore',
    restored_at    DateTime64(3, 'UTC') COMMENT 'real time',
    backed_up_at   DateTime64(3, 'UTC') COMMENT 'when the backup began, real time',
    kafka_cluster  String COMMENT 'cluster id of the Kafka whose positions these are; empty: its files were in the backup',
    positions      Map(String, Int64) COMMENT 'next record of the sinks when the backup began, by topic and partition',
    state          LowCardinality(String) COMMENT 'waiting for ingest to start, rewound, other-kafka, or kafka-inside',
    lost           UInt64 COMMENT 'records that Kafka no longer had when the sinks were set back',
    version        UInt64 COMMENT '1: restored, 2: sinks set back'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (restore_id)
COMMENT 'restores from backups (恢复记录)';

-- Which rows rolled off because they were old enough.
CREATE TABLE IF NOT EXISTS roll_offs
(
    table_name  LowCardinality(String),
    rolled_at   DateTime64(3, 'UTC') COMMENT 'real time',
    before      DateTime64(3, 'UTC') COMMENT 'rows before this moment went',
    keep_days   UInt32 COMMENT 'as the settings said then',
    rows        UInt64 COMMENT 'rows that were there and older',
    first_at    DateTime64(3, 'UTC') COMMENT 'moment of the oldest of them',
    last_at     DateTime64(3, 'UTC') COMMENT 'moment of the youngest of them',
    state       LowCardinality(String) COMMENT 'planned or done',
    version     UInt64 COMMENT '1: planned, 2: done'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (table_name, rolled_at)
COMMENT 'rows that rolled off (到期清理记录)';

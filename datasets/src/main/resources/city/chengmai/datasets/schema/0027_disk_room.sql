-- How much room disks have, so that somebody can say how long it lasts.
CREATE TABLE IF NOT EXISTS disk_room
(
    place        LowCardinality(String)  COMMENT 'server or service that has the disk, HOST:PORT',
    disk         LowCardinality(String)  COMMENT 'name of the disk in ClickHouse; data: where a service keeps its data',
    measured_at  DateTime64(3, 'UTC')    COMMENT 'real time, full ten minutes, so that several dashboards write the same row',
    free         UInt64                  COMMENT 'bytes',
    total        UInt64                  COMMENT 'bytes',
    version      UInt64                  COMMENT 'real time in milliseconds'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (place, disk, measured_at)
COMMENT 'room on disks (磁盘空间)';

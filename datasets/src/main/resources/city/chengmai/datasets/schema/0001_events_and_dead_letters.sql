-- Every accepted event, once per identity (source, id). Written by ingest's sink.
CREATE TABLE IF NOT EXISTS events
(
    source       LowCardinality(String) COMMENT 'CloudEvents source: the feed that sent it',
    id           String                 COMMENT 'CloudEvents id, unique within the source',
    type         LowCardinality(String) COMMENT 'event type, for example cn.grid.case.reported',
    subject      String                 COMMENT 'entity the event is about: case, order, round, device, record',
    grid         LowCardinality(String) COMMENT 'base grid, empty when it could not be located',
    overlay_grid LowCardinality(String) COMMENT 'overlay grid (construction site), never counted in totals',
    occurred_at  DateTime64(3, 'UTC')   COMMENT 'event time',
    recorded_at  DateTime64(3, 'UTC')   COMMENT 'ingest time',
    data         String                 COMMENT 'payload as JSON, pseudonymised and masked',
    version      UInt64                 COMMENT 'larger wins'
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (source, id)
COMMENT 'accepted events (事件)';

-- What was refused, kept with its reason. Written by ingest's sink from city.deadletter.
CREATE TABLE IF NOT EXISTS dead_letters
(
    dead_letter_id String                 COMMENT 'topic-partition-offset of the refused record',
    reason         LowCardinality(String) COMMENT 'one of DeadLetterReason',
    detail         String                 COMMENT 'what was seen and what was expected',
    source         LowCardinality(String),
    event_id       String,
    type           LowCardinality(String),
    subject        String,
    payload        String                 COMMENT 'original bytes as text, masked, cut to 64 KiB',
    payload_bytes  UInt64                 COMMENT 'length of the original',
    received_at    DateTime64(3, 'UTC'),
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (dead_letter_id)
COMMENT 'refused events (死信)';

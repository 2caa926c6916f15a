-- Every content of an event that came with more than one under one source and id, the first too. Written by ingest's
-- sink; events holds the latest of them. The version of a revision is its number times 2^48 plus the ingest time in
-- milliseconds; the first content has number 0.
CREATE TABLE IF NOT EXISTS event_revisions
(
    source       LowCardinality(String) COMMENT 'as in events',
    id           String                 COMMENT 'as in events',
    type         LowCardinality(String),
    subject      String,
    grid         LowCardinality(String),
    overlay_grid LowCardinality(String),
    occurred_at  DateTime64(3, 'UTC'),
    recorded_at  DateTime64(3, 'UTC')   COMMENT 'ingest time of this revision',
    data         String                 COMMENT 'payload of this revision, pseudonymised and masked',
    version      UInt64                 COMMENT 'bitShiftRight(version, 48) is the number of the revision, 0 the first content'
)
ENGINE = ReplacingMergeTree
ORDER BY (source, id, version)
COMMENT 'contents of revised events (事件修订)';

-- Dead letters that were sent again. Written by ingest's dead-letters subcommand; what became of the event shows in
-- events, or in a new dead letter.
CREATE TABLE IF NOT EXISTS dead_letter_replays
(
    dead_letter_id String,
    replayed_at    DateTime64(3, 'UTC'),
    version        UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (dead_letter_id)
COMMENT 'refused events that were sent again (死信重放)';

-- How the parts of ingest were: a row when a part stops being up, written again when it is up once more. Written by
-- ingest; an outage of ClickHouse is written after its end, the moments are those of the outage.
CREATE TABLE IF NOT EXISTS ingest_states
(
    part        LowCardinality(String)            COMMENT 'topology or sink',
    instance    String                            COMMENT 'process of ingest, by its data directory',
    since       DateTime64(3, 'UTC')              COMMENT 'machine time, not the city''s clock',
    until       Nullable(DateTime64(3, 'UTC'))    COMMENT 'null while it lasts',
    state       LowCardinality(String)            COMMENT 'degraded or down',
    reason      String,
    version     UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (part, instance, since)
COMMENT 'disturbances of ingest (接入异常)';
